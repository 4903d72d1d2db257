import { z } from 'zod';

export const laterTask = z.object({
  kind: z.enum(['files', 'search']),
  snapshotFile: z.string(),
  dataDir: z.string(),
  allowedMail: z.array(z.string()),
  siteUrl: z.string(),
  cmsPublicUrl: z.string(),
  /** Where the worker leaves what it made: `files/…` and `search/pagefind/…`. */
  dir: z.string(),
});
export type LaterTask = z.infer<typeof laterTask>;
export type LaterKind = LaterTask['kind'];

export const laterMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('files'),
    files: z.array(
      z.object({
        path: z.string(),
        route: z.string(),
        file: z.string(),
        digest: z.string(),
        /** What a fragment may name on it. */
        ids: z.array(z.string()),
        /** Why it must not go live. */
        problems: z.array(z.string()),
      }),
    ),
  }),
  z.object({ kind: z.literal('search'), records: z.number() }),
]);
export type LaterMessage = z.infer<typeof laterMessage>;
