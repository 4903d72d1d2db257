import type { Snapshot } from '../snapshot/snapshot.ts';

/** What open data is made from, and the addresses under which the world finds it. */
export type Source = {
  readonly snapshot: Snapshot;
  /** Origin of the public site. */
  readonly site: string;
  /** Origin under which uploaded documents are served; null when it is not known. */
  readonly uploads: string | null;
};
