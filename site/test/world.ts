/**
 * A small world for tests: at least one entry of every type, in several languages, with what is
 * unknown left unknown and with what an attacker would write. Nothing in it is real.
 */
export type WorldRow = { documentId: string; locale: string | null; [field: string]: unknown };

type Fields = Record<string, unknown>;
const published = '2026-01-01T00:00:00.000Z';

/** One document as rows: English, and what the other languages add to it. */
function document(
  id: string,
  ref: string,
  fields: Fields,
  others: Record<string, Fields> = {},
): WorldRow[] {
  const base = {
    documentId: id,
    ref,
    slug: id,
    formerSlugs: [],
    links: {},
    sources: [{ label: 'A source', url: 'https://source.example/a', accessed: '2026-01-01' }],
    basis: 'sourced',
    lastChecked: '2026-01-01',
    publishedAt: published,
    updatedAt: published,
    translation: null,
    ...fields,
  };
  const rows = Object.entries(others).map(([locale, texts]) => ({
    ...base,
    locale,
    translation: 'machine',
    ...texts,
  }));
  return [{ ...base, locale: 'en' }, ...rows];
}

const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/** What an editor or a member might have written to get a script onto the site. */
const attacks = {
  script: '<script>window.attacked = true</script>',
  image: '<img src=x onerror="window.attacked = true">',
  close: '</script><script>window.attacked = true</script>',
  address: 'javascript:window.attacked=true',
};

const text = (key: string, title: string) =>
  document(`page-${key}`, `SEE-X-${key.length.toString().padStart(3, '0')}`, {
    key,
    title,
    lead: `Lead of ${key}.`,
    body: paragraph(`Body of ${key}.`),
    textState: key === 'privacy' ? 'draft' : 'ready',
  });

export function createWorld(): Record<string, WorldRow[]> {
  return {
    cities: [
      ...document(
        'alpha',
        'SEE-C-001',
        {
          name: 'Alpha',
          localName: 'Άλφα',
          kind: 'municipality',
          country: 'GR',
          latitude: 40.94,
          longitude: 24.41,
          population: { value: 54000, year: 2021, scope: 'city', source: 'A register' },
          traits: ['coast', 'port'],
          summary: `A town by the sea. ${attacks.script}`,
          profile: [
            ...paragraph(`Words of the town ${attacks.image}`),
            {
              type: 'paragraph',
              children: [
                {
                  type: 'link',
                  url: attacks.address,
                  children: [{ type: 'text', text: 'press me' }],
                },
                {
                  type: 'link',
                  url: 'https://ok.example/',
                  children: [{ type: 'text', text: 'follow me' }],
                },
              ],
            },
            { type: 'image', image: { url: 'https://tracker.example/pixel.png' }, children: [] },
          ],
          website: attacks.address,
          statusPartner: true,
          formerSlugs: ['old-alpha'],
          links: { challenges: ['shrinking'] },
        },
        { el: { name: 'Άλφα', summary: 'Μια πόλη δίπλα στη θάλασσα.', profile: null } },
      ),
      ...document('beta', 'SEE-C-002', {
        name: 'Beta',
        kind: 'municipality',
        country: 'RO',
        summary: 'A town of which little is known.',
        links: { challenges: ['shrinking'] },
      }),
    ],
    challenges: document(
      'shrinking',
      'SEE-T-001',
      {
        title: 'Shrinking town',
        definition: 'People leave.',
        synonyms: [{ language: 'ro', terms: 'depopulare' }],
        sdg: ['sdg11_a'],
      },
      { el: { title: 'Πόλη που συρρικνώνεται', definition: 'Οι άνθρωποι φεύγουν.' } },
    ),
    methodologies: document('master', 'SEE-M-001', {
      title: 'The master method',
      summary: 'From talk to agenda.',
      purpose: 'For towns without direction.',
      steps: [
        { title: 'Begin', what: 'Meet.', who: null, durationDays: null, output: null, tip: null },
      ],
      links: { origin: ['status'], testedIn: ['alpha'] },
    }),
    practices: [
      ...document('young-first', 'SEE-P-001', {
        locale: null,
        title: `Young people first ${attacks.close}`,
        oneLine: 'The town turned the order round.',
        originalLanguage: 'en',
        form: 'full',
        lifecycle: 'completedUnclear',
        context: attacks.image,
        costCard: { staffDays: null, costBand: 'unknown', months: null, outsideHelp: null },
        processSteps: [
          { title: 'Look who is missing', who: ['localGovernment'], level: 'inform', weeks: null },
        ],
        links: { cities: ['alpha'], challenges: ['shrinking'], methodologies: ['master'] },
      }),
      ...document('greek-practice', 'SEE-P-002', {
        title: 'Μια πρακτική',
        oneLine: 'Σε μια γραμμή.',
        originalLanguage: 'el',
        form: 'short',
        lifecycle: 'running',
        startYear: 2020,
        costCard: { staffDays: 12, costBand: 'under5k', months: 3, outsideHelp: false },
        links: { cities: ['beta'], challenges: ['shrinking'] },
      }),
    ].map((row) => ({ ...row, locale: null })),
    projects: document('status', 'SEE-J-001', {
      title: 'The framework project',
      acronym: 'FRAME',
      kind: 'framework',
      summary: 'Towns wrote agendas.',
      lifecycle: 'completedWorking',
      startYear: 2012,
      endYear: 2014,
      links: { cities: ['alpha'], lead: ['town-hall'] },
    }),
    strategies: document('agenda', 'SEE-S-001', {
      title: 'Agenda of Alpha',
      kind: 'urbanAgenda',
      adoption: 'unknown',
      processSteps: [{ title: 'Workshops', when: '2013', who: [], level: null, weeks: null }],
      links: {
        cities: ['alpha'],
        instruments: ['force'],
        project: ['status'],
        processSteps: [{ methodology: ['master'] }],
      },
    }),
    instruments: document('force', 'SEE-I-001', {
      name: 'Alpha Task Force',
      kind: 'urbanTaskForce',
      lifecycle: 'completedUnclear',
      links: { city: ['alpha'], strategy: ['agenda'] },
    }),
    networks: document('ten', 'SEE-N-001', {
      name: 'The ten',
      kind: 'transnational',
      summary: 'Ten towns.',
      lifecycle: 'running',
      members: [
        { name: 'Alpha', role: 'lead', since: 2012, until: null },
        { name: 'Elsewhere', role: 'member', since: null, until: null },
      ],
      links: { members: [{ city: ['alpha'] }, {}] },
    }),
    organisations: document('town-hall', 'SEE-O-001', {
      name: 'Municipality of Alpha',
      actorType: 'localGovernment',
      country: 'GR',
      links: { city: ['alpha'] },
    }).map((row) => ({ ...row, locale: null })),
    resources: document('book', 'SEE-R-001', {
      title: 'A book',
      kind: 'book',
      url: 'https://book.example/',
      languages: ['en'],
      links: { publisher: ['town-hall'] },
    }),
    glossaryTerms: document('urban-agenda', 'SEE-G-001', {
      concept: 'Urban agenda',
      definition: 'What a town agreed to want.',
      nationalTerms: [
        { language: 'ro', country: 'RO', term: 'agendă urbană', abbreviation: null, note: null },
      ],
    }),
    newsItems: document('launch', 'SEE-W-001', {
      title: 'Launch',
      date: '2013-05-09',
      summary: 'It began.',
      body: paragraph('It began in Alpha.'),
      links: { cities: ['alpha'], project: ['status'] },
    }),
    adaptations: [],
    notices: [],
    pages: [
      text('about', 'The platform'),
      text('about-status', 'About the project'),
      text('contribute', 'What we publish'),
      text('guidelines', 'Editorial guidelines'),
      text('accessibility', 'Accessibility'),
      text('privacy', 'Privacy'),
      text('open-data', 'Open data'),
    ].flat(),
  };
}
