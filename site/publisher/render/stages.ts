/**
 * The folders of the releases to come, prepared beside other work: to link fifty thousand files
 * takes a second, and what an editor publishes is not to wait for it. There are three, for the search
 * and open data may follow the pages before another folder could be made.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Stage } from './stage.ts';

const kept = 3;

interface Spare {
  readonly stage: Stage;
  /** Files in which the newest release differs from the one that this is a copy of. */
  readonly behind: Set<string>;
}

export class Stages {
  readonly #releasesDir: string;
  readonly #spares: Spare[] = [];
  #base: string | null = null;

  constructor(releasesDir: string) {
    this.#releasesDir = releasesDir;
  }

  /** The folder of the release that comes after this one; an empty one where there is none. */
  async take(base: string | null): Promise<Stage> {
    if (base !== this.#base) await this.discard();
    this.#base = base;
    for (let spare = this.#spares.shift(); spare; spare = this.#spares.shift()) {
      const { stage, behind } = spare;
      try {
        await stage.ready();
        if (base !== null) stage.follow(this.#folderOf(base), behind);
        return stage;
      } catch {
        // Another one is made, which says what is wrong if that still is.
        await stage.discard();
      }
    }
    const stage = this.#newStage(base);
    await stage.ready();
    return stage;
  }

  /** Tells that a stage has become this release, which others will come after. */
  follow(release: string, stage: Stage): void {
    for (const { behind } of this.#spares) for (const file of stage.touched()) behind.add(file);
    this.#base = release;
    this.prepare(release);
  }

  /** Prepares what is missing for the releases after this one. */
  prepare(base: string | null): void {
    if (base === null || (this.#base !== null && this.#base !== base)) return;
    this.#base = base;
    if (this.#spares.length >= kept) return;
    const spare = { stage: this.#newStage(base), behind: new Set<string>() };
    this.#spares.push(spare);
    // One after the other: the disk has other work.
    spare.stage.ready().then(
      () => this.prepare(this.#base),
      () => {
        const place = this.#spares.indexOf(spare);
        if (place >= 0) this.#spares.splice(place, 1);
        void spare.stage.discard();
      },
    );
  }

  async discard(): Promise<void> {
    this.#base = null;
    await Promise.all(this.#spares.splice(0).map(({ stage }) => stage.discard()));
  }

  #newStage(base: string | null): Stage {
    mkdirSync(this.#releasesDir, { recursive: true });
    const dir = path.join(this.#releasesDir, `.staging-${randomUUID()}`);
    return new Stage(dir, base === null ? null : this.#folderOf(base));
  }

  #folderOf(release: string): string {
    return path.join(this.#releasesDir, release);
  }
}
