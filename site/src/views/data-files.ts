/** The files of open data as the page about them offers them: by list, then what describes them all. */
import { type MessageKey, translator } from '../i18n/translate.ts';
import type { Language } from '../languages.ts';
import { dataFileNames } from '../open-data/files.ts';

const titles = {
  practices: 'nav.practices',
  cities: 'nav.cities',
  methodologies: 'nav.methodologies',
  projects: 'nav.projects',
  strategies: 'nav.strategies',
  networks: 'nav.networks',
  instruments: 'nav.instruments',
  challenges: 'nav.challenges',
  organisations: 'city.list.organisations',
  resources: 'foot.resources',
  glossary: 'foot.glossary',
  news: 'foot.news',
  pages: 'foot.platform',
  adaptations: 'data.adaptations',
  notices: 'data.notices',
  all: 'data.all',
  catalog: 'data.catalog',
  schema: 'data.schema',
} as const satisfies Record<string, MessageKey>;

const formats: Readonly<Record<string, string>> = {
  json: 'JSON',
  csv: 'CSV',
  geojson: 'GeoJSON',
  jsonld: 'JSON-LD',
  zip: 'ZIP',
};

export function viewDataFiles(language: Language) {
  const t = translator(language);
  return Object.entries(titles).map(([list, title]) => ({
    title: t(title),
    files: dataFileNames
      .map((name) => ({ name, parts: name.split('.') }))
      .filter(({ parts: [stem] }) => stem === list)
      .map(({ name, parts: [, ending = ''] }) => ({
        text: formats[ending] ?? ending,
        href: `/data/${name}`,
      })),
  }));
}
