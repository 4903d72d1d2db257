import type { Snapshot } from '../snapshot/snapshot.ts';

/** What open data is made from, and the address under which the world finds it. */
export type Source = {
  readonly snapshot: Snapshot;
  /** Origin of the public site. */
  readonly site: string;
};
