import { z } from 'zod';
import { absoluteUrl } from '../urls.ts';
import { openLists } from './all-lists.ts';
import { cityLayer, practiceLayer } from './geojson.ts';
import type { Source } from './source.ts';

/** The data dictionary: one JSON Schema with the description of every file and field. */
export function describeData(source: Source): Record<string, unknown> {
  const files = [
    ...openLists.map(({ name, title, description, schema }) => ({
      key: name,
      title: `/data/${name}.json: ${title}`,
      description,
      schema: z.array(schema(source)),
    })),
    ...[cityLayer, practiceLayer].map(({ name, title, schema }) => ({
      key: `${name}.geojson`,
      title: `/data/${name}.geojson: ${title}`,
      description: 'GeoJSON (RFC 7946).',
      schema: schema(source),
    })),
  ];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: absoluteUrl(source.site, '/data/schema.json'),
    title: 'Open data of the SEE City Platform',
    description:
      'One property per file under /data/. The CSV file of a list has the same fields as columns; plain lists are joined by "; ", whatever is nested deeper is JSON. null is not known, an empty list is none known. Relations are given by ref.',
    type: 'object',
    properties: Object.fromEntries(files.map(({ key }) => [key, { $ref: `#/$defs/${key}` }])),
    $defs: Object.fromEntries(
      files.map(({ key, title, description, schema }) => {
        // The draft is said once, at the top.
        const described = { ...z.toJSONSchema(schema, { io: 'output' }), $schema: undefined };
        return [key, { title, description, ...described }];
      }),
    ),
  };
}
