import { z } from 'zod';

/** What went wrong, the ref of the entry it is about, and since when. */
const fault = z.object({ message: z.string(), entry: z.string().nullable(), at: z.string() });

/** The answer of `GET /status`. */
export const statusSchema = z.object({
  state: z.enum(['idle', 'building', 'failed', 'pinned']),
  release: z.string().nullable(),
  /** The release whose content the live one has: another where withdrawn entries were left out. */
  shows: z.string().nullish(),
  /** When the live release went live. */
  publishedAt: z.string().nullable(),
  /** The live site shows the content of the CMS as it was at this time. */
  dataAt: z.string().nullable(),
  /** Since when search finds what the live release shows. */
  searchableAt: z.string().nullable(),
  pages: z.int(),
  rendered: z.int(),
  durationMs: z.number(),
  contentVersion: z.string().nullable(),
  lastError: fault.nullable(),
  /** Each entry, or page of none, that stays as it was before while the others are live. */
  heldBack: z.array(fault),
  /** A publish was asked for and has not been finished. */
  pending: z.boolean(),
});

export type PublisherStatus = z.infer<typeof statusSchema>;
export type LastError = z.infer<typeof fault>;

/** What to show of anything thrown: its sentence and, when it knows one, the entry it is about. */
export function lastErrorOf(error: unknown, at: Date): LastError {
  const message = error instanceof Error ? error.message : String(error);
  const entry =
    error instanceof Error && 'entry' in error && typeof error.entry === 'string'
      ? error.entry
      : null;
  return { message, entry, at: at.toISOString() };
}
