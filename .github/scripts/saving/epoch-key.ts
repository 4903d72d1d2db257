/**
 * Where the CMS keeps what tells one history of the database from another
 * (cms/src/publishing/epoch.ts). Without the row it makes a new one, and the publisher, seeing
 * that, fetches everything.
 */
export const epochKey = 'core_publishing_epoch';
