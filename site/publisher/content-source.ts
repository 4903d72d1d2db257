/** The content as the CMS has it: told of changes by its outbox, compared whole from time to time. */
import type { Changes, Outbox } from './outbox.ts';
import type { Fault } from './pull/images.ts';
import { pullContent } from './pull/pull.ts';
import { allowedMailOf, type BuildSettings } from './settings.ts';
import type { Version } from './site-steps.ts';

/** How often all versions are compared with those of the CMS; an edit does not wait for that. */
const compareEveryMs = 30_000;
const compareAtLastMs = 50_000;

export interface ContentSourceOptions {
  settings: BuildSettings;
  snapshotFile: string;
  log: (line: string) => void;
  /** Without it, every pull compares all versions with those of the CMS. */
  outbox?: Outbox;
}

interface LastPull {
  readonly epoch: string | null;
  readonly asOf: string;
  readonly contentVersion: string;
  readonly comparedAt: Date;
}

export class ContentSource {
  readonly #options: ContentSourceOptions;
  /** What entries are shown without and entries that stay as they were, by their refs. */
  readonly #faults = new Map<string, Fault>();
  #lastPull: LastPull | null = null;
  /** What the CMS said of changes at the last pull. */
  #changes: Changes | null = null;

  constructor(options: ContentSourceOptions) {
    this.#options = options;
  }

  /** Entries that are shown without an image or a document, or stay as they were. */
  faults(): Fault[] {
    return [...this.#faults.values()];
  }

  /** True when something of what was pulled last is gone by an erasure. */
  get isErasure(): boolean {
    return this.#changes?.isErasure === true;
  }

  /**
   * Asks what changed and fetches that; from time to time all versions are compared, so that what
   * was lost on the way is found.
   */
  async pull(full: boolean, asOf: string): Promise<Pick<Version, 'contentVersion' | 'dataAt'>> {
    const { settings, snapshotFile, log, outbox } = this.#options;
    const askedAt = new Date();
    const changes = (await outbox?.read()) ?? null;
    const last = this.#lastPull;
    const trustedMs = changes?.sequences.length === 0 ? compareEveryMs : compareAtLastMs;
    const isTrusting =
      !full &&
      changes !== null &&
      changes.epoch === last?.epoch &&
      last.asOf === asOf &&
      askedAt.getTime() - last.comparedAt.getTime() < trustedMs;
    this.#changes = changes;
    if (isTrusting && changes.sequences.length === 0) {
      return { contentVersion: last.contentVersion, dataAt: askedAt.toISOString() };
    }
    const pulled = await pullContent({
      cmsUrl: settings.CMS_URL,
      token: settings.CMS_TOKEN,
      allowedMail: allowedMailOf(settings),
      snapshotFile,
      full,
      isTrusting,
      ...(changes ? { told: changes.told, explained: changes.explained } : {}),
      log,
      asOf,
    });
    this.#lastPull = {
      epoch: changes?.epoch ?? null,
      asOf,
      contentVersion: pulled.contentVersion,
      comparedAt: isTrusting ? last.comparedAt : askedAt,
    };
    // A comparison fetches everything incomplete again, so it tells of all there is to tell.
    if (!isTrusting) this.#faults.clear();
    for (const ref of pulled.tried) this.#faults.delete(ref);
    for (const fault of pulled.faults) this.#faults.set(fault.entry, fault);
    return pulled;
  }

  /** Tells the CMS that this release holds what it said of changes. It says them again if not. */
  async tellLive(release: string): Promise<void> {
    const { outbox, log } = this.#options;
    if (!outbox || !this.#changes) return;
    const { sequences } = this.#changes;
    this.#changes = null;
    await outbox.done(sequences, release).catch((error: unknown) => {
      log(`the CMS could not be told what is live: ${String(error)}`);
    });
  }
}
