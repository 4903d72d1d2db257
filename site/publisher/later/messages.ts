import { z } from 'zod';

export const laterTask = z.object({
  kind: z.enum(['data', 'lists', 'search']),
  snapshotFile: z.string(),
  dataDir: z.string(),
  allowedMail: z.array(z.string()),
  addresses: z.object({
    siteUrl: z.string(),
    cmsPublicUrl: z.string(),
    contactMail: z.string().nullable(),
  }),
  /** Where each worker leaves what it made: `data/…`, `lists/…` and `search/pagefind/…`. */
  dir: z.string(),
});
export type LaterTask = z.infer<typeof laterTask>;
export type LaterKind = LaterTask['kind'];

const laterFile = z.object({
  path: z.string(),
  route: z.string(),
  file: z.string(),
  digest: z.string(),
  /** What a fragment may name on it. */
  ids: z.array(z.string()),
  /** Why it must not go live. */
  problems: z.array(z.string()),
});
export type LaterFile = z.infer<typeof laterFile>;

export const laterMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('data'), files: z.array(laterFile) }),
  z.object({ kind: z.literal('lists'), files: z.array(laterFile) }),
  /** All files of open data in one: to pack them takes nearly as long as to make them. */
  z.object({ kind: z.literal('archive'), files: z.array(laterFile) }),
  z.object({ kind: z.literal('search'), records: z.number() }),
]);
export type LaterMessage = z.infer<typeof laterMessage>;
export type Product = LaterMessage['kind'];

/** What a worker of each kind makes, in its order. */
export const productsOf: Readonly<Record<LaterKind, readonly Product[]>> = {
  data: ['data', 'archive'],
  lists: ['lists'],
  search: ['search'],
};

/** Why a worker could not make them. */
export const laterFailure = z.object({ kind: z.literal('failure'), reason: z.string() });
export type LaterFailure = z.infer<typeof laterFailure>;
