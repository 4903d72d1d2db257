import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signIn, type Ask } from '../members/asking.js';
import { createWorld, wholePractice, type World } from '../members/world.js';
import { createEntry } from '../moderation/entries.js';
import { boot, type RunningCms } from '../support/boot.js';
import { dataWith, textPlaces } from './text-places.js';
import { REVIEW_STATES } from '../../src/moderation/review-states.js';

/** What only editors or the code may write. */
const FORGED: Record<string, unknown> = {
  id: 1,
  documentId: 'abcdefghijklmnopqrstuvwx',
  owner: 1,
  reviewState: 'accepted',
  reviewerMessage: 'Fine.',
  version: 9,
  ref: 'SEE-P-001',
  slug: 'mine',
  formerSlugs: ['about'],
  publishedAt: '2026-01-01T00:00:00.000Z',
  createdAt: '2020-01-01T00:00:00.000Z',
  submittedAt: '2020-01-01T00:00:00.000Z',
  removalRequestedAt: '2020-01-01T00:00:00.000Z',
  goLiveAt: '2030-01-01T00:00:00.000Z',
  takeDownAt: '2030-01-01T00:00:00.000Z',
  locale: 'el',
  localizations: [],
  createdBy: 1,
  updatedBy: 1,
  links: { cities: ['forged'] },
  hidden: true,
  featured: true,
  reviewNote: { checkedHow: 'call', role: 'Editor', date: '2026-01-01' },
  status: 'published',
};

/** Each is kept as it is, or refused where it stands. */
const HOSTILE = {
  'a script': '<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>',
  'the end of an element': '</textarea></title>]]>--><xss-element>" onfocus="alert(1)',
  'an address': 'javascript:alert(1)',
  'marks of text': '[a](javascript:alert(1)) ![x](https://evil.example/x.png) `<script>`',
  'braces of templates': '{{7*7}} ${7*7} <%= 7*7 %> {title} #{7*7}',
  'lines of headers': 'x\r\nBcc: all@example.org\r\n\r\n<b>',
  'a formula': '=HYPERLINK("http://evil.example","x")',
  'turned writing': 'abc\u202Etxt.exe\u2066x\u200b',
  'signs that do something': 'a\u0001\u0008\u001b[31m\u007f\u0085\u2028\ufffe',
  'a query': `'; DROP TABLE practices; -- " OR 1=1`,
  'a prototype': '__proto__',
};

const UIDS = {
  practices: 'api::practice.practice',
  adaptations: 'api::adaptation.adaptation',
  notices: 'api::notice.notice',
} as const;
const versionSchema = z.looseObject({ version: z.number() });

/** The same on every database. */
export function describeEntryAttacks(database: 'sqlite' | 'postgres'): void {
  let cms: RunningCms;
  let world: World;
  let writer: { id: number; ask: Ask };
  let other: Ask;
  beforeAll(async () => {
    cms = await boot({ database, listen: true });
    world = await createWorld(cms.strapi);
    writer = await signIn(cms, 'writer');
    ({ ask: other } = await signIn(cms, 'reader'));
  });
  afterAll(async () => {
    await cms.stop();
  });

  async function begin(plural: string, data: object = {}): Promise<string> {
    const made = await writer.ask('POST', `/${plural}`, { body: { data } });
    expect(made.status).toBe(201);
    return `/${plural}/${made.entry().documentId}`;
  }

  const read = async (place: string) => (await writer.ask('GET', place)).body.data;

  describe.each(Object.keys(UIDS))('what members may not write of %s', (plural) => {
    it('is refused by name, one by one and together, and changes nothing', async () => {
      const place = await begin(plural);
      const before = await read(place);
      const wrong: string[] = [];
      for (const data of [
        FORGED,
        ...Object.entries(FORGED).map(([key, value]) => ({ [key]: value })),
      ]) {
        const names = Object.keys(data).sort();
        const sent = [
          await writer.ask('POST', `/${plural}`, { body: { data } }),
          await writer.ask('PUT', place, { body: { version: 1, data } }),
        ];
        for (const { status, faults } of sent) {
          const isNamed = status === 400 && [...faults].sort().join() === names.join();
          if (!isNamed) wrong.push(`${names.join()} is answered ${status} ${faults.join()}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(await read(place)).toEqual(before);
    });

    it('is not read by parameters of Strapi either', async () => {
      for (const query of [
        'status=draft',
        'publicationFilter=never-published',
        'filters[owner][email][$startsWith]=a',
        'populate=owner',
        'populate[owner][populate]=*',
        'fields[0]=links',
        'sort=owner.email',
        '_q=secret',
        'lookup[owner][password][$startsWith]=a',
        'where[owner][password][$startsWith]=a',
        'locale=*',
      ]) {
        const { status } = await writer.ask('GET', `/${plural}?${query}`);
        expect(status, query).toBe(400);
      }
    });
  });

  describe.each(Object.entries(UIDS))('hostile text in every field of %s', (plural, uid) => {
    it('is kept as it is or refused at its place', async () => {
      const places = textPlaces(cms.strapi, uid);
      expect(places.length).toBeGreaterThan(0);
      const place = await begin(plural);
      const names = places.map((path) => path.join('.'));
      for (const [what, text] of Object.entries(HOSTILE)) {
        const data = dataWith(places, text);
        const { version } = versionSchema.parse(await read(place));
        const answer = await writer.ask('PUT', place, { body: { version, data } });
        if (answer.status === 200) {
          expect(await read(place), what).toMatchObject(data);
        } else {
          expect(answer.status, what).toBe(400);
          expect(names, what).toEqual(expect.arrayContaining(answer.faults));
          expect(answer.faults, what).not.toEqual([]);
        }
      }
    });

    it('is refused when no database can keep it, or when it is endless', async () => {
      const place = await begin(plural);
      const before = await read(place);
      for (const path of textPlaces(cms.strapi, uid)) {
        for (const text of ['a\0b', '\ud800', 'x'.repeat(200_000)]) {
          const data = dataWith([path], text);
          const sent = await writer.ask('PUT', place, { body: { version: 1, data } });
          expect(sent.status, path.join('.')).toBe(400);
          expect(JSON.stringify(sent.body.error?.details), path.join('.')).toContain(path.at(-1));
        }
      }
      expect(await read(place)).toEqual(before);
    });
  });

  it.each(REVIEW_STATES)('shows and gives nobody else an entry that is %s', async (state) => {
    const documentId = await createEntry(cms.strapi, writer.id, state);
    const place = `/practices/${documentId}`;
    const before = await read(place);
    const layers = z
      .array(z.object({ methods: z.array(z.string()), path: z.string() }))
      .parse(cms.strapi.server.listRoutes())
      .filter(({ path }) => path.startsWith('/api/me/practices/:documentId'));
    expect(layers.length).toBeGreaterThan(8);
    for (const { methods, path } of layers) {
      const asked = path
        .replace('/api/me', '')
        .replace(':documentId', documentId)
        .replace(/:\w+/, 'x');
      for (const method of methods.filter((name) => name !== 'HEAD')) {
        const isUpload = method === 'POST' && /\/(images|documents)$/.test(path);
        const form = isUpload
          ? new FormData()
          : { version: 1, data: {}, email: 'reader@example.org' };
        const body = method === 'GET' ? undefined : form;
        expect((await other(method, asked, { body })).status, `${method} ${path}`).toBe(404);
      }
    }
    expect(await read(place)).toEqual(before);
  });

  it('submits once what is submitted ten times at once', async () => {
    const place = await begin('practices', wholePractice(world));
    const sent = await Promise.all(
      Array.from({ length: 10 }, () =>
        writer.ask('POST', `${place}/submit`, { body: { version: 1 } }),
      ),
    );
    const statuses = sent.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(9).fill(409)]);
    expect(await read(place)).toMatchObject({ version: 2, history: [{ action: 'submit' }] });
  });
}
