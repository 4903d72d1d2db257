import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { isIdList } from '../documents/links/link-tree';
import { linkTreeSchema } from '../documents/links/stored-links';
import { singularName } from '../publishing/published-entry';
import { TITLES, titleOf } from './entry-title';
import type { ReviewedUid } from './reviewed-types';

const MAX_NAMED = 5;
const MAX_COMPARED = 5000;
const ALIKE = 0.5;

/** Two entries that share one of each may tell the same story. */
const SHARED: Readonly<Record<ReviewedUid, readonly string[]>> = {
  'api::practice.practice': ['cities', 'challenges'],
  'api::adaptation.adaptation': ['city', 'practice'],
  'api::notice.notice': ['city', 'challenge'],
};

export interface SimilarEntry {
  type: string;
  documentId: string;
  title: string;
  reviewState: string | null;
  /** A sentence for the moderator. */
  why: string;
}

const rowSchema = z.looseObject({
  documentId: z.string(),
  reviewState: z.string().nullable(),
  links: linkTreeSchema.nullish(),
});
type Row = z.output<typeof rowSchema>;

/** The words of a title, without case, accents and short ones. */
export function wordsOfTitle(title: string): Set<string> {
  const folded = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2));
}

/** From 0, no word in common, to 1, the same words. */
export function likeness(one: Set<string>, other: Set<string>): number {
  const all = new Set([...one, ...other]).size;
  return all === 0 ? 0 : [...one].filter((word) => other.has(word)).length / all;
}

function sharesTarget(attribute: string, one: Row, other: Row): boolean {
  const [mine, theirs] = [one.links?.[attribute], other.links?.[attribute]];
  if (!Array.isArray(mine) || !isIdList(mine)) return false;
  if (!Array.isArray(theirs) || !isIdList(theirs)) return false;
  return mine.some((id) => theirs.includes(id));
}

/** Other entries, submitted or published, that may tell the same. */
export async function findSimilar(
  strapi: Core.Strapi,
  uid: ReviewedUid,
  documentId: string,
): Promise<SimilarEntry[]> {
  const rows: unknown = await strapi.db.query(uid).findMany({
    select: ['documentId', 'ref', 'reviewState', 'links', TITLES[uid]],
    where: {
      publishedAt: { $null: true },
      // A draft is its author's own until it is submitted.
      $or: [
        { documentId },
        { reviewState: { $in: ['submitted', 'changesRequested', 'accepted'] } },
      ],
    },
    limit: MAX_COMPARED,
  });
  const all = z.array(rowSchema).parse(rows);
  const self = all.find((row) => row.documentId === documentId);
  if (!self) return [];
  const own = wordsOfTitle(titleOf(uid, self));
  return all
    .filter((row) => row !== self)
    .map((row) => {
      const score = likeness(own, wordsOfTitle(titleOf(uid, row)));
      const sharesAll = SHARED[uid].every((attribute) => sharesTarget(attribute, self, row));
      const reasons = [
        ...(score >= ALIKE ? ['a similar title'] : []),
        ...(sharesAll ? [`the same ${SHARED[uid].map((each) => PLAIN[each]).join(' and ')}`] : []),
      ];
      return { row, score: score + (sharesAll ? 1 : 0), reasons };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, MAX_NAMED)
    .map(({ row, reasons }) => ({
      type: singularName(uid),
      documentId: row.documentId,
      title: titleOf(uid, row),
      reviewState: row.reviewState,
      why: `It has ${reasons.join(' and ')}.`,
    }));
}

const PLAIN: Readonly<Record<string, string>> = {
  cities: 'town',
  city: 'town',
  challenges: 'challenge',
  challenge: 'challenge',
  practice: 'practice',
};
