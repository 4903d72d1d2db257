import { afterAll, beforeAll, expect, it } from 'vitest';
import { documents, PRACTICE } from '../documents/support.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { createMember } from '../support/member.js';
import { createEntry, readEntry } from './entries.js';

const AT_ONCE = 20;

export function describeRaces(database: 'sqlite' | 'postgres'): void {
  const { changeState } = compiled('moderation/change-state');
  const { listReviewEvents } = compiled('moderation/review-history');
  const editor = { kind: 'editor', name: 'Elena Test' } as const;

  let cms: RunningCms;
  let owner: number;
  beforeAll(async () => {
    cms = await boot({ database });
    owner = await createMember(cms.strapi, 'owner');
  });
  afterAll(async () => {
    await cms.stop();
  });

  /** How many of several at once succeed; fails when one is refused for another reason. */
  async function countWinners(attempts: Promise<unknown>[]): Promise<number> {
    const outcomes = await Promise.allSettled(attempts);
    const lost = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as { name: string }).name] : [],
    );
    expect(lost.filter((name) => name !== 'ConflictError' && name !== 'ValidationError')).toEqual(
      [],
    );
    return outcomes.length - lost.length;
  }

  it('lets one of twenty accept', async () => {
    const documentId = await createEntry(cms.strapi, owner, 'submitted');
    const accept = { uid: PRACTICE, documentId, action: 'accept', by: editor, version: 1 } as const;
    const attempts = Array.from({ length: AT_ONCE }, () => changeState(cms.strapi, accept));
    expect(await countWinners(attempts)).toBe(1);
    const events = await listReviewEvents(cms.strapi, PRACTICE, documentId);
    expect(events.map(({ action }) => action)).toEqual(['accept']);
    expect((await readEntry(cms.strapi, documentId)).live?.reviewState).toBe('accepted');
  });

  it('lets either the editor accept or the member withdraw', async () => {
    const by = { kind: 'member', userId: owner } as const;
    for (let round = 0; round < 5; round += 1) {
      const documentId = await createEntry(cms.strapi, owner, 'submitted');
      const change = { uid: PRACTICE, documentId, version: 1 } as const;
      const attempts = Array.from({ length: AT_ONCE }, (_, index) =>
        index % 2 === round % 2
          ? changeState(cms.strapi, { ...change, action: 'accept', by: editor })
          : changeState(cms.strapi, { ...change, action: 'withdraw', by }),
      );
      expect(await countWinners(attempts)).toBe(1);
      const { draft, live } = await readEntry(cms.strapi, documentId);
      expect([draft?.reviewState, live === null]).toEqual(
        live ? ['accepted', false] : ['draft', true],
      );
    }
  });

  it('lets one of stock Publish and withdrawing win', async () => {
    const by = { kind: 'member', userId: owner } as const;
    const documentId = await createEntry(cms.strapi, owner, 'submitted');
    const change = { uid: PRACTICE, documentId, version: 1 } as const;
    const attempts = Array.from({ length: AT_ONCE }, (_, index) =>
      index % 2 === 0
        ? documents(cms.strapi, PRACTICE).publish(documentId)
        : changeState(cms.strapi, { ...change, action: 'withdraw', by }),
    );
    expect(await countWinners(attempts)).toBe(1);
    expect(await listReviewEvents(cms.strapi, PRACTICE, documentId)).toHaveLength(1);
  });

  it('counts every save, so that none of two at once is lost unseen', async () => {
    const documentId = await createEntry(cms.strapi, owner, 'submitted');
    const saves = Array.from({ length: 5 }, (_, index) =>
      documents(cms.strapi, PRACTICE).update({ documentId, data: { title: `Title ${index}` } }),
    );
    const winners = await countWinners(saves);
    expect((await readEntry(cms.strapi, documentId)).draft?.version).toBe(1 + winners);
  });
}
