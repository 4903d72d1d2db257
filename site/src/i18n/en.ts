/**
 * The interface in English. Keys read `place.what`; `{name}` is filled in by the page. A message with
 * forms by number takes the value `count`.
 */
export const en = {
  'site.name': 'SEE City Platform',
  'site.line': 'Small and medium towns of South East Europe',
  'site.description':
    'How small and medium towns of South East Europe planned together with their citizens: methods, agendas, projects, Task Forces and practices, with what became of them.',

  'nav.skip': 'Skip to content',
  'nav.menu': 'Menu',
  'nav.close': 'Close',
  'nav.main': 'Main',
  'nav.language': 'Language',
  'nav.crumbs': 'You are here',
  'nav.challenges': 'Challenges',
  'nav.practices': 'Practices',
  'nav.cities': 'Cities and regions',
  'nav.methodologies': 'Methodologies',
  'nav.strategies': 'Strategies',
  'nav.projects': 'Projects',
  'nav.instruments': 'Task Forces and Centers',
  'nav.networks': 'Networks',
  'nav.members': 'Members Area',
  'nav.search': 'Search',
  'nav.search.label': 'Search the platform',
  'nav.search.hint': 'A town, a problem, a planning term',

  'foot.platform': 'The platform',
  'foot.about': 'About, and where it comes from',
  'foot.contribute': 'How to contribute',
  'foot.news': 'News',
  'foot.guides': 'How-to guides',
  'foot.map': 'Map of all towns',
  'foot.take': 'Take it with you',
  'foot.data': 'Open data: JSON, CSV, GeoJSON',
  'foot.feeds': 'Feed of practices',
  'foot.resources': 'Documents and books',
  'foot.glossary': 'Glossary of planning terms',
  'foot.help': 'Help and rights',
  'foot.accessibility': 'Accessibility statement',
  'foot.privacy': 'Privacy in plain words',
  'foot.guidelines': 'Editorial guidelines',
  'foot.appearance': 'Appearance',
  'foot.theme.auto': 'As my device',
  'foot.theme.light': 'Light',
  'foot.theme.dark': 'Dark',
  'foot.origin':
    'The platform grew out of STATUS (SEE/D/0297/4.1/X), 2012–2014, Interreg IV B South East Europe. Maps: Natural Earth. Populations and positions: GeoNames, CC BY 4.0.',
  'foot.kosovo':
    '* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence. Borders on the maps imply no view.',

  'notice.fallback': 'This text is not yet translated and is shown in English.',
  'notice.machine': 'Translated by machine, not yet reviewed. The English text is the original.',
  'notice.draftText':
    'This text is a draft. What stands in square brackets is filled in by the operator of the platform.',

  'common.unknown': 'not known',
  'common.sources': 'Where this comes from',
  'common.lastChecked': 'Last checked on {date}',
  'common.accessed': 'read on {date}',
  'common.basis': 'Basis',
  'common.country': 'Country',
  'common.kind': 'Kind',
  'common.period': 'Period',
  'common.website': 'Website',
  'common.more': 'and {count} more',
  'common.statusPartner': 'STATUS partner',
  'common.opensElsewhere': 'another website',
} as const;
