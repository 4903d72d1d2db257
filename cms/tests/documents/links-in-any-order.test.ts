import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import type { LinkTree } from '../../src/documents/links/link-tree.js';
import { populateLike, readLike } from './link-reading.js';
import { CASES, TARGET_DATA, type Case } from './link-cases.js';
import { documents, refusedPaths } from './support.js';

const ACTIONS = ['publish', 'unpublish', 'discardDraft'] as const;
const STEPS = ACTIONS.flatMap((action) => [
  { action, side: 'source' as const },
  { action, side: 'target' as const },
]);

/** What is used of a transaction of knex, whose types only Strapi has. */
interface RawSql {
  raw(sql: string): Promise<unknown>;
}
const rawSql = z.custom<RawSql>((value) => typeof value === 'function' && 'raw' in value);

/** Whether each side has a published version, and so which steps change anything. */
type Live = Record<Step['side'], boolean>;
type Step = (typeof STEPS)[number];

describe('links', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot();
  });
  afterAll(() => cms.stop());
  const docs = (uid: Parameters<typeof documents>[1]) => documents(cms.strapi, uid);

  /** The relations of the draft as the admin reads them, in the form of links. */
  async function readRelations(uid: Case['uid'], documentId: string, links: LinkTree) {
    const draft = await docs(uid).findOne({ documentId, populate: populateLike(links) });
    return readLike(links, draft);
  }

  /** What is wrong after a step, or undefined. */
  async function compare(one: Case, documentId: string, expected: LinkTree) {
    const draft = await docs(one.uid).findOne({ documentId, status: 'draft' });
    const published = await docs(one.uid).findOne({ documentId, status: 'published' });
    const state = {
      draft: draft?.links,
      published: published === null ? expected : published.links,
      relations: await readRelations(one.uid, documentId, expected),
    };
    const wanted = { draft: expected, published: expected, relations: expected };
    return isDeepStrictEqual(state, wanted) ? undefined : state;
  }

  it.each(CASES)('$name survive every order of four steps', { timeout: 120_000 }, async (one) => {
    const failures: unknown[] = [];
    let walked = 0;
    const target = await docs(one.target).create({ data: TARGET_DATA[one.target]() });
    const other = await docs(one.target).create({
      data: TARGET_DATA[one.target](),
      status: 'published',
    });
    const ids: [string, string] = [target.documentId, other.documentId];
    const source = await docs(one.uid).create({ data: one.data(ids) });
    const expected = one.links(ids);
    const greek = { locale: 'el', data: { name: 'Ελληνικά', summary: 'Περίληψη' } };
    if (one.inGreekToo) await docs(one.target).update({ documentId: ids[0], ...greek });
    if (one.inGreekToo) await docs(one.uid).update({ documentId: source.documentId, ...greek });
    const params = one.inGreekToo ? { locale: '*' } : {};

    async function walk(trx: RawSql, done: string[], live: Live): Promise<void> {
      for (const { action, side } of STEPS) {
        if (one.walked !== undefined && side === 'source') continue;
        const savepoint = `step_${done.length}`;
        await trx.raw(`SAVEPOINT ${savepoint}`);
        const service = docs(side === 'source' ? one.uid : one.target);
        const call = service[action](
          side === 'source' ? source.documentId : target.documentId,
          params,
        );
        const isIdle = action !== 'publish' && !live[side];
        if (isIdle && action === 'discardDraft') expect(await refusedPaths(call)).toEqual(['']);
        else await call;
        walked += 1;
        const path = [...done, `${action} ${side}`];
        const problem = await compare(one, source.documentId, expected);
        if (problem) failures.push({ path, problem });
        // A step that changed nothing leads nowhere new.
        if (path.length < 4 && !isIdle) {
          await walk(trx, path, { ...live, [side]: action !== 'unpublish' });
        }
        await trx.raw(`ROLLBACK TO SAVEPOINT ${savepoint}`);
      }
    }

    expect(await compare(one, source.documentId, expected)).toBeUndefined();
    // Thrown, so that nothing is committed and no event of a step that never was is sent.
    const end = new Error('The walk is over.');
    const whole = cms.strapi.db.transaction(async ({ trx }) => {
      await walk(rawSql.parse(trx), [], { source: false, target: false });
      throw end;
    });
    await expect(whole).rejects.toBe(end);
    expect(failures.slice(0, 3)).toEqual([]);
    expect(walked).toBe(one.walked ?? 258);
  });
});
