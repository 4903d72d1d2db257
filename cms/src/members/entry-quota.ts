import type { Core } from '@strapi/strapi';
import { lockAccounts } from '../accounts/account-row';
import { INITIAL_STATE } from '../moderation/review-states';
import { REVIEWED_TYPES } from '../moderation/reviewed-types';
import type { Member } from './signed-in';
import { refuseTooOften, type Answering } from './too-often';

const MOST_DRAFTS = 50;
const MOST_AN_HOUR = 60;
const HOUR_MS = 60 * 60 * 1000;

/** When each member began entries in the last hour, deleted ones counted. */
const begunBy = new WeakMap<Core.Strapi, Map<number, number[]>>();

async function countDrafts(strapi: Core.Strapi, { id }: Pick<Member, 'id'>): Promise<number> {
  const where = { owner: { id }, publishedAt: { $null: true }, reviewState: INITIAL_STATE };
  let drafts = 0;
  for (const uid of REVIEWED_TYPES) drafts += await strapi.db.query(uid).count({ where });
  return drafts;
}

function recentOf(strapi: Core.Strapi, { id }: Pick<Member, 'id'>, now: number): number[] {
  const all = begunBy.get(strapi) ?? new Map<number, number[]>();
  begunBy.set(strapi, all);
  const recent = (all.get(id) ?? []).filter((at) => at > now - HOUR_MS);
  all.set(id, recent);
  return recent;
}

/** @throws RateLimitError (429) for one too many within an hour */
function countBegun(strapi: Core.Strapi, ctx: Answering, member: Pick<Member, 'id'>): void {
  const now = Date.now();
  const recent = recentOf(strapi, member, now);
  const [first] = recent;
  if (first !== undefined && recent.length >= MOST_AN_HOUR) {
    const wait = (first + HOUR_MS - now) / 1000;
    refuseTooOften(ctx, `You began ${MOST_AN_HOUR} entries within an hour: wait a little.`, wait);
  }
  recent.push(now);
}

/**
 * Begins an entry; of several at once, each is counted with those before it.
 *
 * @throws RateLimitError (429) for one too many
 */
export async function beginWithinQuota(
  strapi: Core.Strapi,
  ctx: Answering,
  member: Pick<Member, 'id'>,
  begin: () => Promise<string>,
): Promise<string> {
  countBegun(strapi, ctx, member);
  return strapi.db.transaction(async () => {
    await lockAccounts(strapi, member.id);
    if ((await countDrafts(strapi, member)) < MOST_DRAFTS) return begin();
    const message = `You have ${MOST_DRAFTS} drafts: submit or delete one before you begin another.`;
    return refuseTooOften(ctx, message, HOUR_MS / 1000);
  });
}
