import { createHash } from 'node:crypto';
import path from 'node:path';
import { BuildFailedError } from './build-failed-error.ts';
import { explainDiskFault } from './cannot-write.ts';
import { CheckFailedError } from './checks/check-failed-error.ts';
import { leavesOutUntil, pinWithout, readPin, removePin } from './pin.ts';
import { forgetEarlierReleases, pruneReleases } from './prune.ts';
import {
  addRelease,
  currentRelease,
  listReleases,
  nextReleaseId,
  readManifest,
  type ReleaseManifest,
  switchTo,
} from './release-store.ts';
import type { Alarm, SiteSteps, Version } from './site-steps.ts';
import { type LastError, lastErrorOf, type PublisherStatus } from './status.ts';

export interface PublisherOptions {
  releasesDir: string;
  steps: SiteSteps;
  log: (line: string) => void;
  /** What must have succeeded once before anything is written. */
  prepare?: () => void;
}

export interface PublishRequest {
  /** Fetch everything again instead of what changed. */
  clean: boolean;
}

/**
 * Keeps the live release equal to what is published. One reconciliation runs at a time; what is
 * asked for meanwhile waits for the next one. Whatever fails, the live release stays.
 */
export class Publisher {
  readonly #options: PublisherOptions;
  #running = false;
  #isBuilding = false;
  /** What is asked for and waits, and what is being done. */
  #request: PublishRequest | null = null;
  #underWay: PublishRequest | null = null;
  #lastError: LastError | null = null;
  /** What stays as it was; everything else is live. */
  #heldBack: readonly LastError[] = [];
  #pruning: Promise<void> | null = null;
  /** Inputs that could not be built: not tried again before they change. */
  #failedInputs: string | null = null;
  /** When the live release was last seen to show what the CMS has. */
  #confirmedAt: string | null = null;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Asks for a publish even of what seems unchanged, and ends a pin. */
  request(request: PublishRequest): void {
    removePin(this.#options.releasesDir);
    this.#request = { clean: request.clean || this.#request?.clean === true };
  }

  status(): PublisherStatus {
    const live = this.#live();
    return {
      state: this.#state(),
      release: live?.id ?? null,
      shows: live && this.#originOf(live),
      publishedAt: live?.publishedAt ?? null,
      dataAt: this.#confirmedAt ?? live?.dataAt ?? null,
      searchableAt: live?.searchableAt ?? null,
      pages: live?.pages ?? 0,
      rendered: live?.rendered ?? 0,
      durationMs: live?.durationMs ?? 0,
      contentVersion: live?.contentVersion ?? null,
      lastError: this.#lastError,
      heldBack: [...this.#heldBack],
      pending: this.#request !== null || this.#underWay !== null || this.#isBuilding,
    };
  }

  /**
   * Reconciles once. Never throws: what went wrong stands in the status. True when it failed for a
   * reason that may pass by itself (the CMS is down, the disk is full), so that trying soon helps.
   */
  async reconcile(): Promise<boolean> {
    if (this.#running) return false;
    this.#running = true;
    const request = this.#request;
    this.#underWay = request;
    this.#request = null;
    let version: Version | null = null;
    let isPrepared = false;
    try {
      this.#options.prepare?.();
      isPrepared = true;
      await this.#honourPin();
      version = await this.#options.steps.pull({ full: request?.clean === true });
      if (this.#isBuilt(version) && !version.isBehind && !request) this.#confirm(version);
      else if (request || version.inputs !== this.#failedInputs) await this.#publish(version);
      return false;
    } catch (error) {
      const { releasesDir } = this.#options;
      const explained = explainDiskFault(error, path.dirname(releasesDir));
      this.#lastError = lastErrorOf(explained, new Date());
      this.#options.log(`failed: ${this.#lastError.message}`);
      if (version && isAboutContent(error)) {
        this.#failedInputs = version.inputs;
        return false;
      }
      // What was asked for is still to be done when the reason has passed.
      this.#request ??= request;
      // Tries may have left releases, and the disk may be full.
      if (isPrepared) this.#prune();
      return true;
    } finally {
      this.#running = false;
      this.#underWay = null;
      this.#isBuilding = false;
    }
  }

  async #publish(version: Version): Promise<void> {
    const { releasesDir, steps, log } = this.#options;
    const begun = new Date();
    this.#isBuilding = true;
    log('building');
    const taken = { isErasure: false };
    await steps.build(
      version,
      async ({ dir, pages, rendered, isSearchable, isErasure, alarms }) => {
        const at = new Date();
        const manifest: ReleaseManifest = {
          id: nextReleaseId(releasesDir, at, hashOf(version.inputs)),
          publishedAt: at.toISOString(),
          searchableAt: isSearchable ? at.toISOString() : (this.#live()?.searchableAt ?? null),
          dataAt: version.dataAt,
          contentVersion: version.contentVersion,
          inputs: version.inputs,
          pages,
          rendered,
          durationMs: at.getTime() - begun.getTime(),
        };
        await addRelease(releasesDir, dir, manifest);
        if (readPin(releasesDir) === null) await switchTo(releasesDir, manifest.id);
        taken.isErasure = isErasure === true;
        log(
          `published ${manifest.id}: ${rendered} of ${pages} pages rendered, ${manifest.durationMs} ms`,
        );
        this.#raise(alarms);
        return manifest.id;
      },
    );
    this.#failedInputs = null;
    this.#confirm(version);
    // A rollback that came in the middle of the switch wins.
    await this.#honourPin();
    await this.#leaveOutWithdrawn();
    // What was erased may stand in no release that somebody could go back to.
    if (taken.isErasure) forgetEarlierReleases(releasesDir);
    this.#prune();
  }

  /** Beside other work: the next edit does not wait for old releases to go. */
  #prune(): void {
    const { releasesDir, log } = this.#options;
    this.#pruning ??= pruneReleases(releasesDir, new Date())
      .catch((error: unknown) => {
        log(`old releases could not be dropped: ${String(error)}`);
      })
      .then(() => {
        this.#pruning = null;
      });
  }

  #confirm(version: Version): void {
    this.#confirmedAt = version.dataAt;
    const alarms = this.#options.steps.alarms?.();
    if (alarms) this.#raise(alarms);
    const [first, ...more] = this.#heldBack;
    const others = more.length > 0 ? ` (and ${more.length} more held back)` : '';
    this.#lastError = first ? { ...first, message: first.message + others } : null;
  }

  /** Names each entry that is held back once, whatever pages it has, for as long as it is. */
  #raise(alarms: readonly Alarm[]): void {
    const groups = Map.groupBy(alarms, ({ entry, page, message }) => entry ?? page ?? message);
    const now = new Date().toISOString();
    const known = new Map(this.#heldBack.map(({ message, at }) => [message, at]));
    this.#heldBack = [...groups.values()]
      .flatMap(([first]) => first ?? [])
      .map(({ message, entry }) => ({ message, entry, at: known.get(message) ?? now }))
      .sort((a, b) => Number(a.entry === null) - Number(b.entry === null));
    for (const { message } of this.#heldBack) if (!known.has(message)) this.#options.log(message);
  }

  /** Holds the site at the release a rollback named. */
  async #honourPin(): Promise<void> {
    const { releasesDir } = this.#options;
    const pin = readPin(releasesDir);
    if (pin === null) return;
    await switchTo(releasesDir, pin);
    this.#confirmedAt = null;
    this.#lastError = null;
  }

  /** Takes what was withdrawn out of the release that the site is held at. */
  async #leaveOutWithdrawn(): Promise<void> {
    const { releasesDir, steps } = this.#options;
    const pin = readPin(releasesDir);
    if (pin === null) return;
    const withdrawn = steps.withdrawnSince?.(leavesOutUntil(releasesDir, pin)) ?? [];
    if (withdrawn.length > 0) await pinWithout(releasesDir, pin, withdrawn);
  }

  #state(): PublisherStatus['state'] {
    if (this.#isBuilding) return 'building';
    const { releasesDir } = this.#options;
    const pin = readPin(releasesDir);
    if (pin !== null && pin === currentRelease(releasesDir)) return 'pinned';
    if (this.#lastError) return 'failed';
    return this.#live() ? 'idle' : 'building';
  }

  /** Live, or made and waiting for the end of a pin. */
  #isBuilt(version: Version): boolean {
    const { releasesDir } = this.#options;
    if (readPin(releasesDir) === null) return this.#live()?.inputs === version.inputs;
    return listReleases(releasesDir).some(
      (id) => readManifest(releasesDir, id)?.inputs === version.inputs,
    );
  }

  /** Releases made again without what was withdrawn name the one that they stand for. */
  #originOf({ id, instead }: ReleaseManifest): string {
    if (instead === undefined) return id;
    const origin = readManifest(this.#options.releasesDir, instead);
    return origin ? this.#originOf(origin) : instead;
  }

  #live(): ReleaseManifest | null {
    const { releasesDir } = this.#options;
    const id = currentRelease(releasesDir);
    return id ? readManifest(releasesDir, id) : null;
  }
}

/** The same content would fail in the same way again. */
function isAboutContent(error: unknown): boolean {
  return (
    error instanceof CheckFailedError || (error instanceof BuildFailedError && error.entry !== null)
  );
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
