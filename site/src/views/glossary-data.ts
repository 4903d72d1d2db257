import { translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import { absoluteUrl } from '../urls.ts';
import type { viewGlossary } from './glossary.ts';
import { describePage } from './json-ld.ts';
import { known } from './structured-data.ts';

/** The glossary as a set of terms of schema.org. */
export function glossaryData(
  language: Language,
  site: string,
  view: ReturnType<typeof viewGlossary>,
): Readonly<Record<string, unknown>> {
  const t = translator(language);
  const url = absoluteUrl(site, view.path);
  const title = { text: t('glossary.title'), lang: null };
  return describePage(language, site, {
    path: view.path,
    title,
    description: t('glossary.lead'),
    lastChecked: null,
    about: {
      '@type': 'DefinedTermSet',
      name: title.text,
      url,
      hasDefinedTerm: view.letters.flatMap(({ concepts }) =>
        concepts.map((concept) =>
          known({
            '@type': 'DefinedTerm',
            termCode: concept.ref,
            name: concept.title.text,
            description: concept.definition?.text,
            url: `${url}#${concept.id}`,
            alternateName: [...new Set(concept.terms.map(({ term }) => term))],
          }),
        ),
      ),
    },
  });
}
