import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  adaptation,
  challenge,
  city,
  glossaryTerm,
  idOf,
  instrument,
  methodology,
  network,
  newsItem,
  organisation,
  practice,
  project,
  resource,
  strategy,
  tinySnapshot,
} from '../../test/tiny-snapshot.ts';
import { openLists } from './all-lists.ts';
import { archiveName, createArchive, createDataFiles, dataFileNames } from './files.ts';

const site = 'https://see.example';
const book = {
  url: '/uploads/book.pdf',
  hash: 'book_1a2b3c',
  ext: '.pdf',
  updatedAt: '2026-11-22T10:00:00.000Z',
  size: 12,
};
const personal = 'Maria Canary, maria.canary@town.example';

/** One entry of every type the tiny snapshot can hold, with relations and with what must not leave. */
function createSource() {
  const snapshot = tinySnapshot([
    city(
      'SEE-C-001',
      {
        latitude: 40.94,
        longitude: 24.41,
        links: { challenges: [idOf('SEE-T-002'), 'gone'] },
        profile: [{ type: 'paragraph', children: [{ type: 'text', text: 'By the sea.' }] }],
        formerSlugs: ['old-name'],
      },
      { el: { name: 'Πόλη', summary: 'Δίπλα στη θάλασσα.', profile: null } },
    ),
    city('SEE-C-002', { links: { challenges: [idOf('SEE-T-002')] } }),
    challenge('SEE-T-001'),
    challenge('SEE-T-002', { links: { parent: [idOf('SEE-T-001')] } }),
    methodology('SEE-M-001'),
    practice('SEE-P-001', {
      title: '=HYPERLINK("https://evil.example")',
      authorCredit: personal,
      suggestedChallenge: personal,
      owner: personal,
      reviewerMessage: personal,
      submittedAt: '2026-01-01T00:00:00.000Z',
      processSteps: [{ title: 'Meet' }, { title: 'Write' }],
      links: {
        cities: [idOf('SEE-C-001')],
        organisation: [idOf('SEE-O-001')],
        project: ['unpublished'],
        processSteps: [{}, { methodology: [idOf('SEE-M-001')] }],
      },
    }),
    adaptation('SEE-A-001', { owner: personal, links: { practice: [idOf('SEE-P-001')] } }),
    network('SEE-N-001', {
      members: [{ name: null, role: 'lead' }, { name: 'Elsewhere' }],
      links: { members: [{ city: [idOf('SEE-C-001')] }, {}] },
    }),
    instrument('SEE-I-001'),
    organisation('SEE-O-001'),
    project('SEE-J-001'),
    resource('SEE-R-001', { file: book }),
    strategy('SEE-S-001'),
    glossaryTerm('SEE-G-001'),
    newsItem('SEE-W-001'),
  ]);
  return { snapshot, site };
}

function createFiles() {
  const files = createDataFiles(createSource());
  return new Map(files.map(({ name, content }) => [name, strFromU8(content)]));
}

const records = z.array(z.looseObject({ ref: z.string() }));
const readList = (files: Map<string, string>, name: string) =>
  records.parse(JSON.parse(files.get(name) ?? 'null'));

test('every file is made, and the archive holds all others unchanged', () => {
  const files = createDataFiles(createSource());
  const names = [...files.map(({ name }) => name), archiveName];
  expect(names.sort()).toEqual([...dataFileNames].sort());
  const inside = unzipSync(createArchive(files).content);
  expect(Object.keys(inside)).toHaveLength(files.length);
  for (const { name, content } of files) expect(inside[name], name).toEqual(content);
});

test('the same content gives the same bytes', () => {
  const make = () => {
    const files = createDataFiles(createSource());
    return [...files, createArchive(files)];
  };
  expect(make()).toEqual(make());
});

test('relations are refs, inside components too, and what is not published is left out', () => {
  const files = createFiles();
  expect(readList(files, 'cities.json')[0]).toMatchObject({
    url: 'https://see.example/cities/see-c-001',
    challenges: ['SEE-T-002'],
    profile: 'By the sea.',
    image: null,
  });
  expect(readList(files, 'practices.json')[0]).toMatchObject({
    cities: ['SEE-C-001'],
    organisation: 'SEE-O-001',
    project: null,
    processSteps: [{ methodology: null }, { methodology: 'SEE-M-001' }],
  });
  expect(readList(files, 'networks.json')[0]).toMatchObject({
    members: [
      { city: 'SEE-C-001', name: null },
      { city: null, name: 'Elsewhere' },
    ],
  });
  expect(readList(files, 'challenges.json')[1]).toMatchObject({ parent: 'SEE-T-001' });
  expect(readList(files, 'resources.json')[0]).toMatchObject({
    file: 'https://see.example/files/book_1a2b3c-2026-11-22T100000.000Z.pdf',
    listedAt: 'https://see.example/resources#see-r-001',
  });
});

test('translations stand beside the English texts and say how they were made', () => {
  expect(readList(createFiles(), 'cities.json')[0]).toMatchObject({
    name: 'Town SEE-C-001',
    translations: { el: { translation: 'machine', name: 'Πόλη', profile: null } },
  });
});

test('peers carry ref, score and reasons in words', () => {
  const { peers } = z
    .looseObject({
      peers: z.array(
        z.strictObject({ ref: z.string(), score: z.number(), reasons: z.array(z.string()).min(1) }),
      ),
    })
    .parse(readList(createFiles(), 'cities.json')[0]);
  expect(peers.map(({ ref }) => ref)).toEqual(['SEE-C-002']);
});

test('no person, no address of a person and nothing internal is in any file', () => {
  for (const [name, content] of createFiles()) {
    expect(content, name).not.toMatch(/canary|@town/i);
    expect(content, name).not.toContain('id-see-');
    expect(content, name).not.toContain('old-name');
    expect(content, name).not.toMatch(
      /"(documentId|formerSlugs|links|locale|owner|hidden|authorCredit|submittedAt|version)"/,
    );
  }
});

test('a table has a row per record, and no cell that a spreadsheet would run', () => {
  const csv = createFiles().get('practices.csv') ?? '';
  const [head, row] = csv.split('\r\n');
  expect(head?.split(',').slice(0, 4)).toEqual(['ref', 'url', 'slug', 'title']);
  expect(row).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
});

test('a practice without a spot of its own stands at its first town, and one without town nowhere', () => {
  const layer = z.looseObject({
    features: z.array(z.looseObject({ geometry: z.unknown(), properties: z.looseObject({}) })),
  });
  const files = createFiles();
  const practices = layer.parse(JSON.parse(files.get('practices.geojson') ?? ''));
  expect(practices.features[0]).toMatchObject({
    geometry: { type: 'Point', coordinates: [24.41, 40.94] },
    properties: { placedBy: 'city' },
  });
  const cities = layer.parse(JSON.parse(files.get('cities.geojson') ?? ''));
  expect(cities.features[1]?.geometry).toBeNull();
});

test('every field of every file is described', () => {
  const dictionary = z
    .looseObject({ $defs: z.record(z.string(), schemaNode) })
    .parse(JSON.parse(createFiles().get('schema.json') ?? ''));
  for (const { name } of openLists) expect(dictionary.$defs).toHaveProperty(name);
  expect(undescribed({ properties: dictionary.$defs }, '')).toEqual([]);
});

test('the catalogue names every file once, with licence and media type', () => {
  const catalogue = createFiles().get('catalog.jsonld') ?? '';
  for (const name of dataFileNames.filter((each) => !/^(catalog|schema)/.test(each))) {
    const address = `"dcat:downloadURL": {\n      "@id": "${site}/data/${name}"`;
    expect(catalogue.replaceAll(/\n +/g, '\n      ').split(address).length - 1, name).toBe(1);
  }
});

test('a value that no list knows is refused with ref, file and field', () => {
  const snapshot = tinySnapshot([city('SEE-C-009', { kind: 'village' })]);
  expect(() => createDataFiles({ snapshot, site })).toThrow(
    /SEE-C-009 does not fit the description of cities\.json.*\n?.*kind/,
  );
});

/** The parts of a JSON Schema that hold fields. */
type SchemaNode = {
  description?: string | undefined;
  properties?: Record<string, SchemaNode> | undefined;
  items?: SchemaNode | boolean | undefined;
  additionalProperties?: SchemaNode | boolean | undefined;
  anyOf?: SchemaNode[] | undefined;
};
const schemaNode: z.ZodType<SchemaNode> = z.lazy(() =>
  z.object({
    description: z.string().optional(),
    properties: z.record(z.string(), schemaNode).optional(),
    items: z.union([schemaNode, z.boolean()]).optional(),
    additionalProperties: z.union([schemaNode, z.boolean()]).optional(),
    anyOf: z.array(schemaNode).optional(),
  }),
);

/** Paths of fields without a description, however deep. */
function undescribed(schema: SchemaNode, path: string): string[] {
  const { properties = {}, items, additionalProperties: values, anyOf = [] } = schema;
  const inner = [items, values, ...anyOf].filter((each) => typeof each === 'object');
  return [
    ...Object.entries(properties).flatMap(([name, field]) => [
      ...(field.description === undefined ? [`${path}.${name}`] : []),
      ...undescribed(field, `${path}.${name}`),
    ]),
    ...inner.flatMap((each) => undescribed(each, path)),
  ];
}
