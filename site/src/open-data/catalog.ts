/** The catalogue that data portals harvest: DCAT-AP 3 as JSON-LD, with its context inside. */
import { languages } from '../languages.ts';
import { absoluteUrl, placeUrl } from '../urls.ts';
import { openLists } from './all-lists.ts';
import { cityLayer, practiceLayer } from './geojson.ts';
import type { Source } from './source.ts';

type Node = Readonly<Record<string, unknown>>;

const authority = 'http://publications.europa.eu/resource/authority';
const licence = { '@id': 'https://creativecommons.org/licenses/by/4.0/' };

/** Languages of the EU's authority table. */
const languageCodes = { en: 'ENG', el: 'ELL', ro: 'RON', it: 'ITA', 'sr-Latn': 'SRP' } as const;
const allLanguages = languages.map(({ tag }) => languageNode(languageCodes[tag]));

const formats = {
  json: { code: 'JSON', media: 'application/json' },
  csv: { code: 'CSV', media: 'text/csv' },
  geojson: { code: 'GEOJSON', media: 'application/geo+json' },
  xml: { code: 'ATOM', media: 'application/atom+xml' },
  zip: { code: 'ZIP', media: 'application/zip' },
} as const;

const layerNames: readonly string[] = [cityLayer.name, practiceLayer.name];
const feedNames: readonly string[] = ['practices', 'news'];

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
};

export function describeCatalog({ snapshot, site }: Source): Node {
  const publisher = {
    '@id': `${absoluteUrl(site, '/')}#publisher`,
    '@type': 'foaf:Agent',
    'foaf:name': english('SEE City Platform'),
    'foaf:homepage': { '@id': absoluteUrl(site, '/') },
  };
  const version = snapshot.meta('contentVersion');
  return {
    '@context': context,
    '@id': absoluteUrl(site, '/data/catalog.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': english('Open data of the SEE City Platform'),
    'dct:description': english(
      'Towns of South East Europe, their challenges, strategies, projects and practices, and how they are linked.',
    ),
    'dct:publisher': publisher,
    'dct:license': licence,
    'dct:language': allLanguages,
    'foaf:homepage': { '@id': absoluteUrl(site, placeUrl('en', 'open-data')) },
    'dcat:themeTaxonomy': { '@id': `${authority}/data-theme` },
    'dcat:dataset': [
      ...openLists.map((list) => ({
        ...datasetOf(site, list.name, list.title, list.description, version),
        'dct:publisher': { '@id': publisher['@id'] },
        'dct:language': list.isTranslated ? allLanguages : [languageNode(languageCodes.en)],
        'dcat:distribution': distributionsOf(site, list.name),
      })),
      {
        ...datasetOf(site, 'all', 'Everything', 'All files of this catalogue in one.', version),
        'dct:publisher': { '@id': publisher['@id'] },
        'dct:language': allLanguages,
        'dcat:distribution': [distribution(site, '/data/all.zip', 'zip')],
      },
    ],
  };
}

function datasetOf(
  site: string,
  name: string,
  title: string,
  description: string,
  version: string | null,
): Node {
  return {
    '@id': `${absoluteUrl(site, '/data/catalog.jsonld')}#${name}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': name,
    'dct:title': english(title),
    'dct:description': english(description),
    'dcat:theme': { '@id': `${authority}/data-theme/REGI` },
    'dct:spatial': { '@id': `${authority}/continent/EUROPE` },
    'dct:accessRights': { '@id': `${authority}/access-right/PUBLIC` },
    'dct:conformsTo': {
      '@id': absoluteUrl(site, '/data/schema.json'),
      '@type': 'dct:Standard',
    },
    'dcat:landingPage': { '@id': absoluteUrl(site, placeUrl('en', 'open-data')) },
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': 'SEE City Platform',
      'vcard:hasURL': { '@id': absoluteUrl(site, placeUrl('en', 'about')) },
    },
    ...(version !== null && { 'dcat:version': version }),
  };
}

function distributionsOf(site: string, name: string): Node[] {
  return [
    distribution(site, `/data/${name}.json`, 'json'),
    distribution(site, `/data/${name}.csv`, 'csv'),
    ...(layerNames.includes(name) ? [distribution(site, `/data/${name}.geojson`, 'geojson')] : []),
    ...(feedNames.includes(name) ? [distribution(site, `/feeds/${name}.xml`, 'xml')] : []),
  ];
}

function distribution(site: string, path: string, format: keyof typeof formats): Node {
  const { code, media } = formats[format];
  const address = { '@id': absoluteUrl(site, path) };
  return {
    '@id': `${address['@id']}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': english(path.replace(/^.*\//, '')),
    'dcat:accessURL': address,
    'dcat:downloadURL': address,
    'dct:format': { '@id': `${authority}/file-type/${code}`, '@type': 'dct:MediaTypeOrExtent' },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${media}` },
    'dct:license': licence,
  };
}

function english(value: string): Node {
  return { '@value': value, '@language': 'en' };
}

function languageNode(code: string): Node {
  return { '@id': `${authority}/language/${code}`, '@type': 'dct:LinguisticSystem' };
}
