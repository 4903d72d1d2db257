import type { Language } from '../languages.ts';
import type { ProjectPage } from './project-page.ts';
import { linksOf, organisationOf, placesOf, recordData } from './structured-data.ts';

export function projectData(view: ProjectPage, language: Language, site: string) {
  const { start, end, lead } = view;
  return recordData(
    { ...view, site, language },
    {
      type: 'Project',
      name: view.title,
      description: view.summary,
      facts: {
        ...(view.acronym ? { alternateName: view.acronym } : {}),
        ...(start ? { foundingDate: start } : {}),
        ...(end ? { dissolutionDate: end } : {}),
        ...(lead ? { parentOrganization: organisationOf(lead) } : {}),
        ...(view.partners.length > 0 ? { member: view.partners.map(organisationOf) } : {}),
        ...(view.towns.length > 0 ? { areaServed: placesOf(site, view.towns) } : {}),
        ...(view.challenges.length > 0
          ? { knowsAbout: linksOf(site, 'DefinedTerm', view.challenges) }
          : {}),
      },
    },
  );
}
