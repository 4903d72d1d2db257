/** What goes wrong around the resident publisher, and what readers see of it: nothing. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressesOf } from '../publisher/addresses.ts';
import { LaterFiles } from '../publisher/later/later-files.ts';
import { rollBack } from '../publisher/pin.ts';
import { differences, filesOf, type Resident, startResident } from './resident.ts';

let resident: Resident;

beforeEach(async () => {
  resident = await startResident({ outbox: true });
});

afterEach(async () => {
  await resident.stop();
});

const releasesDir = () => path.join(resident.dataDir, 'releases');
const rollBackTo = (release?: string) =>
  rollBack(releasesDir(), path.join(resident.dataDir, 'snapshot.db'), release);

let sequence = 0;
function tell(type: string, documentId: string, change: 'publish' | 'unpublish' | 'erase'): void {
  sequence += 1;
  resident.cms.changes?.push({ sequence, type, documentId, change });
}

/** A text that leads to this address. */
const linkTo = (address: string) => [
  {
    type: 'paragraph',
    children: [{ type: 'link', url: address, children: [{ type: 'text', text: 'Read on here' }] }],
  },
];

function withdraw(field: string, id: string): void {
  resident.cms.rows[field] = (resident.cms.rows[field] ?? []).filter(
    ({ documentId }) => documentId !== id,
  );
}

describe('the outbox', () => {
  it('is all that is asked for an edit, and is told when it is live', async () => {
    resident.edit('practices', 'young-first', () => ({ title: 'A title from the outbox' }));
    tell('practice', 'young-first', 'publish');
    resident.cms.asked.length = 0;
    await resident.publisher.reconcile();
    expect(resident.read('practices/young-first.html')).toContain('A title from the outbox');
    expect(resident.cms.asked).toEqual(['PracticeRows']);
    expect(resident.cms.changes).toEqual([]);
  });

  it('keeps a change that could not be published for the next time', async () => {
    resident.edit('practices', 'young-first', () => ({ title: 'A title that waits' }));
    tell('practice', 'young-first', 'publish');
    resident.cms.fault = 'errors';
    await resident.publisher.reconcile();
    expect(resident.publisher.status().state).toBe('failed');
    expect(resident.cms.changes).toHaveLength(1);
    resident.cms.fault = 'none';
    await resident.publisher.reconcile();
    expect(resident.publisher.status().lastError).toBeNull();
    expect(resident.read('practices/young-first.html')).toContain('A title that waits');
  });

  it('is not needed to find what changed while nobody looked', async () => {
    resident.edit('practices', 'young-first', () => ({ title: 'A title nobody told of' }));
    await resident.restart();
    await resident.publisher.reconcile();
    expect(resident.read('practices/young-first.html')).toContain('A title nobody told of');
    // Only what shows it was rendered, though another process had rendered everything before.
    expect(resident.publisher.status().rendered).toBeLessThan(
      resident.publisher.status().pages / 2,
    );
  });
});

describe('open data', () => {
  it('is made again when what was made of it could not be published', async () => {
    resident.edit('practices', 'young-first', () => ({ title: 'A title for the open data' }));
    tell('practice', 'young-first', 'publish');
    await resident.publisher.reconcile();
    await resident.site.laterSettled();
    rmSync(path.join(resident.dataDir, 'later/data/data/practices.json'));
    await resident.publisher.reconcile();
    expect(resident.publisher.status().lastError?.message).toContain('practices.json');
    expect(resident.read('data/practices.json')).not.toContain('A title for the open data');
    await resident.publishAll();
    expect(resident.publisher.status().lastError).toBeNull();
    expect(resident.read('data/practices.json')).toContain('A title for the open data');
  });

  it('of an earlier state is left off where something was taken away', async () => {
    const { dataDir, settings } = resident;
    const later = new LaterFiles(
      {
        kind: 'data',
        snapshotFile: path.join(dataDir, 'snapshot.db'),
        dataDir,
        allowedMail: [],
        addresses: addressesOf(settings),
        dir: path.join(dataDir, 'later-of-this-test'),
      },
      () => undefined,
    );
    later.want('before');
    later.want('after', true);
    await later.settled();
    expect(later.take().map(({ version, message }) => [version, message.kind])).toEqual([
      ['after', 'data'],
      ['after', 'archive'],
    ]);
    expect(later.error).toBeNull();
  });
});

describe('a publish from scratch', () => {
  it('leaves the site whole, and the next one too', async () => {
    await resident.publishAll();
    const before = filesOf(resident.live());
    resident.publisher.request({ clean: true });
    await resident.publisher.reconcile();
    expect(differences(filesOf(resident.live()), before)).toEqual([]);
    await resident.publishAll();
    expect(resident.publisher.status().lastError).toBeNull();
    expect(differences(filesOf(resident.live()), before)).toEqual([]);
  });
});

describe('a page that must not go live', () => {
  it('stays as it was, is named, and does not hold up the others', async () => {
    resident.edit('practices', 'young-first', () => ({
      oneLine: 'Write to someone@private.example.',
    }));
    resident.edit('cities', 'beta', () => ({ website: 'https://beta.example/new' }));
    tell('practice', 'young-first', 'publish');
    tell('city', 'beta', 'publish');
    await resident.publishAll();
    const { lastError, heldBack } = resident.publisher.status();
    expect(lastError?.message).toContain('someone@private.example');
    expect(lastError?.entry).toBe('SEE-P-001');
    expect(heldBack.map(({ entry }) => entry)).toEqual(['SEE-P-001']);
    expect(resident.read('cities/beta.html')).toContain('https://beta.example/new');
    for (const file of readdirSync(resident.live(), { recursive: true, encoding: 'utf8' })) {
      if (/\.(html|json|csv|xml)$/.test(file)) {
        expect(resident.read(file), file).not.toContain('someone@private.example');
      }
    }
    await resident.restart();
    await resident.publisher.reconcile();
    expect(resident.publisher.status().lastError?.entry).toBe('SEE-P-001');
    resident.edit('practices', 'young-first', () => ({ oneLine: 'Write to the town hall.' }));
    tell('practice', 'young-first', 'publish');
    await resident.publishAll();
    expect(resident.publisher.status().lastError).toBeNull();
    expect(resident.read('practices/young-first.html')).toContain('Write to the town hall.');
  });
});

describe('several that must not go live', () => {
  it('are all named, each once', async () => {
    for (const id of ['young-first', 'greek-practice']) {
      resident.edit('practices', id, () => ({ oneLine: `Write to ${id}@private.example.` }));
      tell('practice', id, 'publish');
    }
    await resident.publishAll();
    const { lastError, heldBack } = resident.publisher.status();
    expect(heldBack).toHaveLength(2);
    for (const { entry, message } of heldBack) {
      expect(entry).toMatch(/^SEE-P-/);
      expect(message).toMatch(/@private\.example/);
    }
    expect(lastError?.message).toContain('(and 1 more held back)');
  });
});

describe('an entry that is new and must not go live', () => {
  const addNews = (address: string) => {
    const [launch] = resident.cms.rows.newsItems ?? [];
    if (!launch) throw new Error('The world has no news.');
    const added = { documentId: 'added', ref: 'SEE-W-002', slug: 'added', title: 'Added' };
    resident.cms.rows.newsItems = [launch, { ...launch, ...added, body: linkTo(address) }];
    resident.edit('newsItems', 'added', () => ({}));
    tell('news-item', 'added', 'publish');
  };
  const namedIn = () =>
    readdirSync(resident.live(), { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /\.(html|json|csv|xml|jsonld)$/.test(file) &&
        /news\/added|SEE-W-002/.test(resident.read(file) ?? ''),
    );

  it('is named nowhere until it may, and does not hold up the others', async () => {
    addNews('https://see.example/cities/nowhere');
    await resident.publishAll();
    expect(resident.publisher.status().heldBack.map(({ entry }) => entry)).toEqual(['SEE-W-002']);
    expect(namedIn()).toEqual([]);

    await resident.restart();
    resident.edit('cities', 'beta', () => ({ website: 'https://beta.example/new' }));
    tell('city', 'beta', 'publish');
    await resident.publishAll();
    expect(resident.read('cities/beta.html')).toContain('https://beta.example/new');
    expect(resident.publisher.status().heldBack.map(({ entry }) => entry)).toEqual(['SEE-W-002']);
    expect(namedIn()).toEqual([]);

    addNews('https://see.example/cities/beta');
    await resident.publishAll();
    expect(resident.publisher.status().heldBack).toEqual([]);
    expect(namedIn()).toEqual(expect.arrayContaining(['news.html', 'news/added.html']));
    expect(namedIn()).toEqual(expect.arrayContaining(['data/news.json', 'feeds/news.xml']));
  });

  it('is spoken of no more when it was taken back', async () => {
    addNews('https://see.example/cities/nowhere');
    await resident.publishAll();
    withdraw('newsItems', 'added');
    tell('news-item', 'added', 'unpublish');
    await resident.publishAll();
    expect(resident.publisher.status().heldBack).toEqual([]);
    expect(namedIn()).toEqual([]);
  });
});

describe('the first publish of other code', () => {
  it('leaves what must not go live as it was, and does not hold up the rest', async () => {
    const before = resident.read('news/launch.html');
    const edit = (address: string) => {
      resident.edit('newsItems', 'launch', () => ({ body: linkTo(address) }));
      tell('news-item', 'launch', 'publish');
    };
    edit('https://see.example/cities/nowhere');
    await resident.publishAll();
    expect(resident.read('news/launch.html')).toBe(before);

    const known = new DatabaseSync(path.join(resident.dataDir, 'pages.db'));
    known.exec(`UPDATE state SET value = 'other code' WHERE name = 'code'`);
    known.close();
    await resident.restart();
    resident.edit('cities', 'beta', () => ({ website: 'https://beta.example/new' }));
    tell('city', 'beta', 'publish');
    await resident.publishAll();
    const { heldBack } = resident.publisher.status();
    expect(heldBack.map(({ entry }) => entry)).toEqual(['SEE-W-001']);
    expect(resident.read('cities/beta.html')).toContain('https://beta.example/new');
    expect(resident.said).toContainEqual(expect.stringContaining('rendering everything'));
    expect(resident.read('news/launch.html')).toBe(before);
    for (const [, file = ''] of before?.matchAll(/(?:href|src)="\/(_astro\/[^"]+)"/g) ?? []) {
      expect(resident.read(file), file).not.toBeNull();
    }

    edit('https://see.example/cities/beta');
    await resident.publishAll();
    expect(resident.publisher.status().heldBack).toEqual([]);
    expect(resident.read('news/launch.html')).toContain('Read on here');
  });
});

describe('a rollback', () => {
  it('shows what was there before, but not what was withdrawn since', async () => {
    resident.edit('cities', 'alpha', () => ({ website: 'https://alpha.example/first' }));
    tell('city', 'alpha', 'publish');
    await resident.publishAll();
    const { release } = resident.publisher.status();
    resident.edit('cities', 'alpha', () => ({ website: 'https://alpha.example/second' }));
    tell('city', 'alpha', 'publish');
    withdraw('practices', 'greek-practice');
    tell('practice', 'greek-practice', 'unpublish');
    await resident.publishAll();
    await rollBackTo(release ?? '');
    expect(resident.read('cities/alpha.html')).toContain('https://alpha.example/first');
    expect(resident.read('practices/greek-practice.html')).toBeNull();
    for (const file of readdirSync(resident.live(), { recursive: true, encoding: 'utf8' })) {
      if (/\.(html|json|csv|xml)$/.test(file)) {
        expect(resident.read(file), file).not.toContain('SEE-P-002');
      }
    }
  });

  it('has no picture of a town that was withdrawn since', async () => {
    resident.edit('cities', 'beta', () => ({ latitude: 44.43, longitude: 26.1 }));
    tell('city', 'beta', 'publish');
    await resident.publishAll();
    const { release } = resident.publisher.status();
    const region = resident.read('share/region.png');
    expect(resident.read('share/see-c-002.png')).not.toBeNull();
    withdraw('cities', 'beta');
    tell('city', 'beta', 'unpublish');
    await resident.publishAll();
    await rollBackTo(release ?? '');
    expect(resident.read('share/see-c-002.png')).toBeNull();
    expect(resident.read('share/region.png')).not.toBe(region);
  });

  it('lets go of what is withdrawn while it holds', async () => {
    resident.edit('cities', 'alpha', () => ({ website: 'https://alpha.example/first' }));
    tell('city', 'alpha', 'publish');
    await resident.publishAll();
    await rollBackTo();
    expect(resident.read('practices/greek-practice.html')).not.toBeNull();
    withdraw('practices', 'greek-practice');
    tell('practice', 'greek-practice', 'unpublish');
    await resident.publisher.reconcile();
    await resident.publisher.reconcile();
    expect(resident.read('practices/greek-practice.html')).toBeNull();
    expect(resident.publisher.status().state).toBe('pinned');
    expect(resident.read('cities/alpha.html')).not.toContain('https://alpha.example/first');
    resident.publisher.request({ clean: false });
    await resident.publishAll();
    expect(resident.read('cities/alpha.html')).toContain('https://alpha.example/first');
    expect(resident.read('practices/greek-practice.html')).toBeNull();
  });
});

describe('an erasure', () => {
  it('is live though the site is held at an earlier release', async () => {
    resident.edit('cities', 'alpha', () => ({ website: 'https://alpha.example/first' }));
    tell('city', 'alpha', 'publish');
    await resident.publishAll();
    await rollBackTo();
    withdraw('practices', 'greek-practice');
    tell('practice', 'greek-practice', 'erase');
    await resident.publisher.reconcile();
    expect(resident.read('practices/greek-practice.html')).toBeNull();
    expect(resident.publisher.status().state).toBe('pinned');
    const kept = readdirSync(releasesDir(), { recursive: true, encoding: 'utf8' });
    expect(kept.filter((file) => file.includes('greek-practice.html'))).toEqual([]);
  });

  it('takes the entry out of the kept releases too', async () => {
    withdraw('practices', 'greek-practice');
    tell('practice', 'greek-practice', 'erase');
    await resident.publishAll();
    const kept = readdirSync(releasesDir(), { recursive: true, encoding: 'utf8' });
    expect(kept.filter((file) => file.includes('greek-practice'))).toEqual([]);
  });

  it('reaches the kept releases also when the site no longer shows the entry', async () => {
    withdraw('practices', 'greek-practice');
    tell('practice', 'greek-practice', 'unpublish');
    await resident.publishAll();
    const kept = () => readdirSync(releasesDir(), { recursive: true, encoding: 'utf8' });
    expect(kept().filter((file) => file.includes('greek-practice.html'))).not.toEqual([]);
    tell('practice', 'greek-practice', 'erase');
    await resident.publishAll();
    expect(kept().filter((file) => file.includes('greek-practice'))).toEqual([]);
    expect(resident.cms.changes).toEqual([]);
  });
});

describe('a preview', () => {
  it('shows the draft in its language, marked, and leaves the site alone', async () => {
    const rows = resident.cms.rows.cities ?? [];
    resident.cms.drafts.cities = rows.map((row) =>
      row.documentId === 'alpha' && row.locale === 'en' ? { ...row, name: 'Drafted town' } : row,
    );
    const html = await resident.site.preview({ type: 'city', documentId: 'alpha', locale: 'en' });
    expect(html).toContain('Drafted town');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toMatch(/<html data-draft/);
    expect(html).toContain('href="https://see.example/_astro/');
    await resident.publishAll();
    expect(resident.read('cities/alpha.html')).not.toContain('Drafted town');
  });

  it('shows pictures and documents that no release holds yet, as the CMS keeps them', async () => {
    const updatedAt = '2026-01-01T00:00:00.000Z';
    const file = (name: string, ext: string) => ({
      file: { url: `/uploads/${name}${ext}`, hash: name, ext, updatedAt, size: 1 },
    });
    const photo = sharp({ create: { width: 640, height: 480, channels: 3, background: 'teal' } });
    resident.cms.files.set('/uploads/new.png', await photo.png().toBuffer());
    resident.cms.files.set('/uploads/broken.png', Buffer.from('no picture'));
    const rows = resident.cms.rows.practices ?? [];
    resident.cms.drafts.practices = rows.map((row) => ({
      ...row,
      images: [
        { ...file('broken', '.png'), alt: 'Broken', credit: 'A member' },
        { ...file('new', '.png'), alt: 'The new bench', credit: 'A member' },
      ],
      documents: [{ ...file('plan', '.pdf'), title: 'The plan' }],
    }));
    const html = await resident.site.preview({
      type: 'practice',
      documentId: 'greek-practice',
      locale: 'en',
    });
    expect(html).toMatch(/<img src="\/uploads\/new.png"[^>]* width="640" height="480"/);
    expect(html).toContain('srcset="/uploads/new.png 640w"');
    expect(html).toMatch(/<a [^>]*href="\/uploads\/plan.pdf"/);
    expect(html).not.toContain('Broken');
    expect(html).toMatch(/img-src 'self' https:\/\/see.example/);
    expect(html).not.toMatch(/script-src[^;]*self/);
  });

  it('says what cannot be shown', async () => {
    await expect(
      resident.site.preview({ type: 'organisation', documentId: 'town-hall', locale: 'en' }),
    ).rejects.toThrow('have no page');
    await expect(
      resident.site.preview({ type: 'city', documentId: 'nowhere', locale: 'en' }),
    ).rejects.toThrow('save the entry first');
    const rows = resident.cms.rows.practices ?? [];
    const images = [{ file: null, alt: 'A bench', credit: null }];
    resident.cms.drafts.practices = rows.map((row) => ({ ...row, images }));
    await expect(
      resident.site.preview({ type: 'practice', documentId: 'greek-practice', locale: 'en' }),
    ).rejects.toThrow('Something is missing that the page cannot do without: images 1 credit.');
  });
});
