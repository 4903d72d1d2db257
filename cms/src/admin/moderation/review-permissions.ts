/** What the screens of the review ask for; the server asks the same. */
export const REVIEW_PERMISSIONS = [
  { action: 'api::moderation.review', subject: null, properties: {}, conditions: [] },
].map((permission, id) => ({ ...permission, id, actionParameters: {} }));
