import { z } from 'zod';

export const laterTask = z.object({
  snapshotFile: z.string(),
  siteUrl: z.string(),
  /** Where the worker leaves what it made: `files/…` and `search/pagefind/…`. */
  dir: z.string(),
});
export type LaterTask = z.infer<typeof laterTask>;

export const laterMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('files'),
    files: z.array(
      z.object({ path: z.string(), route: z.string(), file: z.string(), digest: z.string() }),
    ),
  }),
  z.object({ kind: z.literal('search'), records: z.number() }),
]);
export type LaterMessage = z.infer<typeof laterMessage>;
