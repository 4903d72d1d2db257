/** The letters in the public ids of each type: `SEE-<letter>-<number>`. */
export const REF_LETTERS: Readonly<Record<string, string>> = {
  'api::adaptation.adaptation': 'A',
  'api::challenge.challenge': 'T',
  'api::city.city': 'C',
  'api::glossary-term.glossary-term': 'G',
  'api::instrument.instrument': 'I',
  'api::methodology.methodology': 'M',
  'api::network.network': 'N',
  'api::news-item.news-item': 'W',
  'api::notice.notice': 'Q',
  'api::organisation.organisation': 'O',
  'api::page.page': 'X',
  'api::practice.practice': 'P',
  'api::project.project': 'J',
  'api::resource.resource': 'R',
  'api::strategy.strategy': 'S',
};
