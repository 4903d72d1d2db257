import type { Language } from '../languages.ts';
import { absoluteUrl } from '../urls.ts';
import type { NetworkPage } from './network-page.ts';
import { linksOf, organisationOf, recordData } from './structured-data.ts';

export function networkData(view: NetworkPage, language: Language, site: string) {
  const { foundedYear, coordinator, website } = view;
  return recordData(
    { ...view, site, language },
    {
      type: 'Organization',
      name: view.name,
      description: view.summary,
      facts: {
        ...(foundedYear === null ? {} : { foundingDate: String(foundedYear) }),
        ...(website ? { sameAs: website } : {}),
        ...(coordinator ? { parentOrganization: organisationOf(coordinator) } : {}),
        ...(view.members.length > 0
          ? {
              member: view.members.map(({ name, town }) => ({
                '@type': 'Organization',
                name: name.text,
                ...(town ? { url: absoluteUrl(site, town.href) } : {}),
              })),
            }
          : {}),
        ...(view.challenges.length > 0
          ? { knowsAbout: linksOf(site, 'DefinedTerm', view.challenges) }
          : {}),
      },
    },
  );
}
