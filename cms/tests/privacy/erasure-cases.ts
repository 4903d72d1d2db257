import { appendFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NOTICE, PRACTICE } from '../documents/support.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { createMember } from '../support/member.js';
import { ACCOUNT, count, FILE, findAccount, pathOf, findEverywhere } from './member-data.js';
import { createWriter as createWriterIn } from './writer.js';

const ENTRY_TYPES = ['practice', 'notice'];

export function describeErasure(database: 'sqlite' | 'postgres'): void {
  const { eraseMember } = compiled('privacy/erase-member');
  const { eraseAgain } = compiled('privacy/erase-again');

  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot({ database });
  });
  afterAll(async () => {
    await cms.stop();
  });

  const isOnDisk = (file: { url: string }) => existsSync(pathOf(cms.strapi, file));

  const createWriter = (name: string) => createWriterIn(cms.strapi, name);

  const changesOf = async (documentId: string) => {
    const rows = await cms.strapi.db
      .query('api::outbox.outbox')
      .findMany({ where: { documentId }, orderBy: { id: 'asc' } });
    return rows.map(({ change }: { change: string }) => change);
  };

  it('keeps what is published without its author, and nothing else', async () => {
    const name = 'Keepsake';
    const { strapi } = cms;
    const writer = await createWriter(name);
    await eraseMember(strapi, writer.account, 'keep');
    for (const publishedAt of [{ $null: true }, { $notNull: true }]) {
      const row: unknown = await strapi.db
        .query(PRACTICE)
        .findOne({ where: { documentId: writer.live, publishedAt }, populate: ['owner'] });
      expect(row).toMatchObject({
        title: `Live by ${name}`,
        owner: null,
        authorCredit: 'formerMember',
        contactable: false,
        problem: null,
        reviewState: 'accepted',
      });
    }
    expect(await count(strapi, PRACTICE, { documentId: writer.draft })).toBe(0);
    expect(await count(strapi, NOTICE, { documentId: writer.notice })).toBe(0);
    expect((await changesOf(writer.live)).slice(-2)).toEqual(['erase', 'publish']);
    expect(isOnDisk(writer.own)).toBe(false);
    expect(isOnDisk(writer.editors)).toBe(true);
    expect(await count(strapi, FILE, { id: writer.own.id })).toBe(0);
    // Published titles and addresses stay; a mail tells the member.
    const left = (await findEverywhere(strapi, name)).filter(
      (place) => !/live[ -]by[ -]keepsake/.test(place),
    );
    expect(left).toEqual([expect.stringContaining('api::mail-job')]);
    expect(left[0]).toContain('accounterased');
  });

  it('takes away what is published when asked to', async () => {
    const name = 'Vanished';
    const { strapi } = cms;
    const writer = await createWriter(name);
    await eraseMember(strapi, writer.account, 'remove');
    expect(await count(strapi, PRACTICE, { documentId: writer.live })).toBe(0);
    expect((await changesOf(writer.live)).at(-1)).toBe('erase');
    await strapi.db.query('api::mail-job.mail-job').deleteMany({});
    expect(await findEverywhere(strapi, name)).toEqual([]);
    // Nor does the file keep what no row holds any more.
    if (database === 'sqlite') {
      expect(readFileSync(path.join(cms.dataDir, 'cms.db')).includes(name)).toBe(false);
    }
    for (const type of ENTRY_TYPES) {
      const gone = [writer.live, writer.draft, writer.notice];
      expect(await count(strapi, 'api::revision.revision', { type, documentId: gone })).toBe(0);
    }
    expect(await count(strapi, 'admin::session', { userId: String(writer.account.id) })).toBe(0);
  });

  it('writes down what it is about to erase, and nothing that names the member', () => {
    const file = path.join(cms.dataDir, 'erasures.jsonl');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(text.toLowerCase()).not.toMatch(/keepsake|vanished|example\.org/);
  });

  it('finishes an erasure that a crash cut short, and leaves everybody else alone', async () => {
    const { strapi } = cms;
    const writer = await createWriter('Halfway');
    const bystander = await createWriter('Bystander');
    await compiled('privacy/ledger').recordErasure(strapi, {
      member: writer.account.documentId,
      email: 'none',
      practices: 'remove',
      at: new Date().toISOString(),
    });
    await compiled('privacy/erase-entry').eraseEntry(
      strapi,
      { uid: PRACTICE, documentId: writer.draft },
      'remove',
    );
    await eraseAgain(strapi);
    await eraseAgain(strapi);
    expect(await count(strapi, ACCOUNT, { id: writer.account.id })).toBe(0);
    expect(await count(strapi, PRACTICE, { documentId: writer.live })).toBe(0);
    expect(await count(strapi, ACCOUNT, { id: bystander.account.id, blocked: false })).toBe(1);
    expect(await count(strapi, PRACTICE, { documentId: bystander.live })).toBe(2);
    expect(isOnDisk(bystander.own)).toBe(true);
  });

  it('takes an account for erased by its address only when it is older', async () => {
    const { strapi } = cms;
    const { recordErasure, digestEmail } = compiled('privacy/ledger');
    const id = await createMember(strapi, 'returner');
    const { createdAt } = await findAccount(strapi, id);
    const record = (ms: number) =>
      recordErasure(strapi, {
        member: 'another',
        email: digestEmail(strapi, 'Returner@example.org'),
        practices: 'keep',
        at: new Date(createdAt.getTime() + ms).toISOString(),
      });
    await record(-1);
    await eraseAgain(strapi);
    expect(await count(strapi, ACCOUNT, { id })).toBe(1);
    await record(1);
    await eraseAgain(strapi);
    expect(await count(strapi, ACCOUNT, { id })).toBe(0);
    rmSync(path.join(cms.dataDir, 'erasures.jsonl'));
  });

  it('passes over a line that a crash cut short, and writes the next one apart', async () => {
    const { strapi } = cms;

    appendFileSync(path.join(cms.dataDir, 'erasures.jsonl'), '{"member":"cut sh');
    const { recordErasure, readErasures } = compiled('privacy/ledger');
    const erasure = {
      member: 'whole',
      email: 'x',
      practices: 'keep',
      at: '2026-01-01T00:00:00.000Z',
    } as const;
    await recordErasure(strapi, erasure);
    expect(await readErasures(strapi)).toEqual([erasure]);
  });
}
