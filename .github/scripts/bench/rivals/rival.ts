/** What another way of building took, or why it could not be tried. */
export type RivalResult =
  | { readonly ms: number; readonly pages: number; readonly what: string }
  | { readonly skipped: string };

/** What every rival builds from. */
export interface RivalTask {
  /** An empty folder of its own. */
  readonly folder: string;
  readonly snapshotFile: string;
  /** The finished site that the others are held against. */
  readonly liveDir: string;
  readonly siteUrl: string;
  readonly signal: AbortSignal;
}

/** Milliseconds of a piece of work. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
