import type { Language } from '../languages.ts';
import { absoluteUrl, listUrl } from '../urls.ts';
import type { ChallengePage } from './challenge-page.ts';
import { recordData } from './structured-data.ts';

/** A challenge as structured data: a term of the platform's list with its other names. */
export function challengeData(language: Language, site: string, view: ChallengePage) {
  return recordData(
    { ...view, site, language },
    {
      type: 'DefinedTerm',
      name: view.title,
      description: view.definition,
      facts: {
        termCode: view.ref,
        alternateName: view.synonyms.flatMap(({ terms }) => terms),
        inDefinedTermSet: absoluteUrl(site, listUrl(language, 'challenge')),
      },
    },
  );
}
