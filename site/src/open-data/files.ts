/** Every file under `/data/`. */
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { openLists } from './all-lists.ts';
import { describeCatalog } from './catalog.ts';
import { toCsv } from './csv.ts';
import { cityLayer, practiceLayer } from './geojson.ts';
import { describeData } from './schema.ts';
import type { Source } from './source.ts';

export type DataFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

const text = 'charset=utf-8';
export const archiveName = 'all.zip';

/** Names of all files, whatever the content is. */
export const dataFileNames: readonly string[] = [
  ...openLists.flatMap(({ name }) => [`${name}.json`, `${name}.csv`]),
  `${cityLayer.name}.geojson`,
  `${practiceLayer.name}.geojson`,
  'catalog.jsonld',
  'schema.json',
  archiveName,
];

/** All files but the archive. The same content gives the same bytes. */
export function createDataFiles(source: Source): DataFile[] {
  const lists = openLists.flatMap((list) => {
    const records = list.records(source);
    const columns = Object.keys(list.schema(source).shape);
    return [
      json(`${list.name}.json`, 'application/json', records),
      file(`${list.name}.csv`, `text/csv; ${text}; header=present`, toCsv(columns, records)),
    ];
  });
  const layers = [cityLayer, practiceLayer].map(({ name, schema, collection }) => {
    const parsed = schema(source).safeParse(collection(source));
    if (parsed.success) return json(`${name}.geojson`, 'application/geo+json', parsed.data);
    throw new Error(`The map data of ${name} is not valid: ${z.prettifyError(parsed.error)}`);
  });
  return [
    ...lists,
    ...layers,
    json('catalog.jsonld', 'application/ld+json', describeCatalog(source)),
    json('schema.json', 'application/schema+json', describeData(source)),
  ];
}

/** The archive of these files. */
export function createArchive(files: readonly DataFile[]): DataFile {
  const entries = Object.fromEntries(files.map(({ name, content }) => [name, content]));
  // The earliest day a zip can name: the day of making would make equal content differ.
  const content = zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 });
  return { name: archiveName, mediaType: 'application/zip', content };
}

function json(name: string, mediaType: string, value: unknown): DataFile {
  return file(name, `${mediaType}; ${text}`, `${JSON.stringify(value, null, 1)}\n`);
}

function file(name: string, mediaType: string, content: string): DataFile {
  return { name, mediaType, content: strToU8(content) };
}
