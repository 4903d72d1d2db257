/** What members send in, and what therefore has a review. */
export const REVIEWED_TYPES = [
  'api::practice.practice',
  'api::adaptation.adaptation',
  'api::notice.notice',
] as const;

export type ReviewedUid = (typeof REVIEWED_TYPES)[number];

export function isReviewedType(uid: string): uid is ReviewedUid {
  return REVIEWED_TYPES.some((reviewed) => reviewed === uid);
}
