/** The site kept in memory: an edit costs the pages that show it. */
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { SnapshotWriter, type Withdrawn } from '../src/snapshot/writer.ts';
import { clientDir, compileApp, loadApp } from './app/compile.ts';
import type { SiteApp } from './app/site-app.ts';
import { assetPool } from './asset-pool.ts';
import { digestOfSiteCode } from './code-digest.ts';
import { entryOfPath } from './entry-of-path.ts';
import { knownSecrets } from './known-secrets.ts';
import type { Fault } from './pull/images.ts';
import { LaterFiles } from './later/later-files.ts';
import { putLaterFiles } from './later/put-later-files.ts';
import { previewDraft, PreviewError, type PreviewRequest } from './preview/preview.ts';
import { documentsFolder, imagesFolder, pullContent } from './pull/pull.ts';
import { CheckFailedError } from './checks/check-failed-error.ts';
import { checkRendering } from './render/check-pages.ts';
import type { Changes, Outbox } from './outbox.ts';
import { PageStore, type RenderedPage, type StateName } from './render/page-store.ts';
import { renderPages, type Rendering } from './render/render-pages.ts';
import { Stage } from './render/stage.ts';
import { type BuildSettings, releasesDirOf } from './settings.ts';
import { type Alarm, type Built, buildWhole, type SiteSteps, type Version } from './site-steps.ts';

export interface ResidentOptions {
  settings: BuildSettings;
  snapshotFile: string;
  log: (line: string) => void;
  signal?: AbortSignal;
  /** Without it, every pull compares all versions with those of the CMS. */
  outbox?: Outbox;
  /** Called when there is something to publish that no pull would tell of. */
  wake: () => void;
}

/** How often all versions are compared with those of the CMS. */
const compareEveryMs = 30_000;

const storedAlarms = z.array(
  z.object({ page: z.string(), entry: z.string().nullable(), message: z.string() }),
);

interface LastPull {
  readonly epoch: string | null;
  readonly asOf: string;
  readonly contentVersion: string;
  readonly comparedAt: Date;
}

interface Loaded {
  readonly app: SiteApp;
  readonly code: string;
  readonly store: PageStore;
  readonly writer: SnapshotWriter;
}

export class ResidentSite implements SiteSteps {
  readonly #options: ResidentOptions;
  readonly #releasesDir: string;
  readonly #later: LaterFiles;
  #loaded: Loaded | null = null;
  #stage: Stage | null = null;
  /** Pages that could not be rendered or must not be shown as they are now, and why. */
  readonly #alarms = new Map<string, Alarm>();
  /** Entries that are shown without an image or a document, by their refs. */
  readonly #faults = new Map<string, Alarm>();
  #lastPull: LastPull | null = null;
  /** What the CMS said of changes at the last pull. */
  #changes: Changes | null = null;

  constructor(options: ResidentOptions) {
    this.#options = options;
    const { settings, snapshotFile } = options;
    this.#releasesDir = releasesDirOf(settings);
    this.#later = new LaterFiles(
      {
        snapshotFile,
        siteUrl: settings.SITE_URL,
        dataDir: settings.SEE_DATA_DIR,
        allowedMail: settings.SEE_PUBLIC_MAIL,
        dir: path.join(settings.SEE_DATA_DIR, 'later'),
      },
      options.wake,
    );
  }

  async pull({ full }: { full: boolean }): Promise<Version> {
    const { settings, snapshotFile } = this.#options;
    // What is live was derived from the content as it is stored now: that is to be known before
    // anything of it changes.
    if (existsSync(snapshotFile)) await this.#load();
    const asOf = new Date().toISOString().slice(0, 10);
    const pulled = await this.#pullWhatChanged(full, asOf);
    const { writer, code } = await this.#load();
    const inputs = digestOfTexts([pulled.contentVersion, asOf, settings.SITE_URL, code]);
    const isBehind = full || writer.changed().size > 0 || this.#isFresh() || this.#later.isReady;
    if (!isBehind) {
      // The next edit finds its release prepared.
      this.#stage ??= this.#nextStage(this.#loaded?.store.state('base') ?? null);
      await this.#tellDone();
      this.#wantLater(inputs);
    }
    return { ...pulled, inputs, isBehind, isClean: full };
  }

  /**
   * Asks what changed and fetches that; from time to time all versions are compared, so that what
   * was lost on the way is found.
   */
  async #pullWhatChanged(
    full: boolean,
    asOf: string,
  ): Promise<Pick<Version, 'contentVersion' | 'dataAt'>> {
    const { settings, snapshotFile, log, outbox } = this.#options;
    const askedAt = new Date();
    const changes = (await outbox?.read()) ?? null;
    const last = this.#lastPull;
    const isTrusting =
      !full &&
      changes !== null &&
      changes.epoch === last?.epoch &&
      last.asOf === asOf &&
      askedAt.getTime() - last.comparedAt.getTime() < compareEveryMs;
    this.#changes = changes;
    if (isTrusting && changes.sequences.length === 0) {
      return { contentVersion: last.contentVersion, dataAt: askedAt.toISOString() };
    }
    const pulled = await pullContent({
      cmsUrl: settings.CMS_URL,
      token: settings.CMS_TOKEN,
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
    this.#noteFaults(pulled.faults, isTrusting);
    return pulled;
  }

  /** A comparison fetches everything incomplete again, so it tells of all there is to tell. */
  #noteFaults(faults: readonly Fault[], isTrusting: boolean): void {
    if (!isTrusting) this.#faults.clear();
    for (const { entry, message } of faults) {
      this.#faults.set(entry, { page: null, entry, message });
    }
  }

  async build(version: Version, take: (built: Built) => Promise<string>): Promise<void> {
    if (version.isClean === true) {
      await this.#buildClean(take);
      return;
    }
    const { app, store, writer, code } = await this.#load();
    const { settings } = this.#options;
    const isFresh = this.#isFresh();
    const stage = await this.#takeStage(isFresh);
    try {
      const given = writer.changed();
      const followed = app.takeIn(given);
      writer.addChanged(followed);
      const rendering = await renderPages({
        app,
        store,
        stage,
        keys: isFresh ? null : followed,
        retry: new Set(this.#alarms.keys()),
        leaks: {
          secrets: knownSecrets(settings.SEE_DATA_DIR, process.env),
          allowedMail: settings.SEE_PUBLIC_MAIL,
        },
      });
      for (const { file } of rendering.removed) stage.remove(file);
      this.#putUploads(stage);
      if (isFresh) await this.#later.make(version.inputs);
      const state = new Map<StateName, string>([['code', code]]);
      const kept: RenderedPage[] = [];
      for (const { message, version: madeOf } of this.#later.take()) {
        const { pages, heldBack } = putLaterFiles(stage, store, message, this.#laterDir);
        kept.push(...pages);
        for (const page of pages) this.#alarms.delete(page.path);
        for (const page of heldBack) this.#alarm(page.path, page.message);
        state.set(message.kind, madeOf);
      }
      kept.push(...this.#holdBack(rendering, stage, kept));
      if (isFresh) this.#refuseGaps();
      const pages = this.#countPages(kept, rendering.removed);
      const id = await take({
        dir: stage.dir,
        pages,
        rendered: [...rendering.changed, ...rendering.same].filter(({ isPage }) => isPage).length,
        isSearchable: (state.get('search') ?? store.state('search')) === version.inputs,
        isErasure: this.#changes?.isErasure === true,
        alarms: this.alarms(),
      });
      state.set('base', id);
      state.set('alarms', JSON.stringify([...this.#alarms.values()]));
      store.save({
        pages: kept,
        removed: rendering.removed.map((each) => each.path),
        routes: rendering.routes,
        state,
      });
      writer.settle(followed);
      this.#stage = this.#nextStage(id);
      await this.#tellDone();
      this.#wantLater(version.inputs);
    } catch (error) {
      await stage.discard();
      throw error;
    }
  }

  /** The page of a draft. Throws PreviewError with a sentence for the editor. */
  async preview(request: PreviewRequest): Promise<string> {
    const { outbox, settings } = this.#options;
    if (!outbox) throw new PreviewError('This publisher has no way to ask for drafts.');
    const { app } = await this.#load();
    return previewDraft({ app, outbox, siteUrl: settings.SITE_URL }, request);
  }

  alarms(): Alarm[] {
    const { error } = this.#later;
    const ofLater = error ? [{ page: null, entry: null, message: error.message }] : [];
    return [...this.#alarms.values(), ...this.#faults.values(), ...ofLater];
  }

  withdrawnSince(at: string): Withdrawn[] {
    return this.#loaded?.writer.withdrawnSince(at) ?? [];
  }

  /** Resolves when no open data or search is being made. */
  laterSettled(): Promise<void> {
    return this.#later.settled();
  }

  /** The whole site by `astro build`. The next publish renders all of it here, to know it again. */
  async #buildClean(take: (built: Built) => Promise<string>): Promise<void> {
    const { store } = await this.#load();
    await buildWhole(this.#options, take);
    store.clear();
    this.#alarms.clear();
    this.#options.wake();
  }

  /** Tells the CMS that what it said of changes is live. It says them again if this is lost. */
  async #tellDone(): Promise<void> {
    const { outbox, log } = this.#options;
    const base = this.#loaded?.store.state('base');
    if (!outbox || !this.#changes || !base) return;
    const { sequences } = this.#changes;
    this.#changes = null;
    await outbox.done(sequences, base).catch((error: unknown) => {
      log(`the CMS could not be told what is live: ${String(error)}`);
    });
  }

  async close(): Promise<void> {
    await this.#later.stop();
    await this.#stage?.discard();
    this.#loaded?.store.close();
    this.#loaded?.writer.close();
  }

  get #laterDir(): string {
    return path.join(this.#options.settings.SEE_DATA_DIR, 'later');
  }

  async #load(): Promise<Loaded> {
    if (this.#loaded) return this.#loaded;
    const { settings, snapshotFile, signal, log } = this.#options;
    const { SITE_URL: siteUrl, SEE_DATA_DIR: dataDir } = settings;
    const code = digestOfSiteCode();
    await compileApp(code, { siteUrl, snapshotFile, ...(signal ? { signal } : {}) });
    const writer = new SnapshotWriter(snapshotFile);
    const store = new PageStore(path.join(dataDir, 'pages.db'));
    const app = await loadApp(snapshotFile, siteUrl);
    this.#loaded = { app, code, store, writer };
    for (const alarm of storedAlarms.parse(JSON.parse(store.state('alarms') ?? '[]'))) {
      this.#alarms.set(alarm.page, alarm);
    }
    const unsettled = writer.changed();
    // What was derived before these changes is not known any more: all of it may differ.
    if (unsettled.size > 0) {
      writer.addChanged([...store.keys()].filter((key) => /^(derived|projection) /.test(key)));
    }
    if (this.#isFresh()) log('nothing that was rendered before can be used: rendering everything');
    else app.warm(store.keys());
    return this.#loaded;
  }

  /** True when there is no release made by this code that a next one could be made from. */
  #isFresh(): boolean {
    if (!this.#loaded) return true;
    const { store, code } = this.#loaded;
    const base = store.state('base');
    return (
      base === null ||
      store.state('code') !== code ||
      !existsSync(path.join(this.#releasesDir, base))
    );
  }

  async #takeStage(isFresh: boolean): Promise<Stage> {
    const prepared = this.#stage;
    this.#stage = null;
    if (prepared && !isFresh) {
      await prepared.ready();
      return prepared;
    }
    await prepared?.discard();
    if (isFresh) {
      this.#loaded?.store.clear();
      this.#alarms.clear();
    }
    const stage = this.#nextStage(isFresh ? null : (this.#loaded?.store.state('base') ?? null));
    await stage.ready();
    if (isFresh) cpSync(clientDir, stage.dir, { recursive: true });
    return stage;
  }

  #nextStage(base: string | null): Stage {
    mkdirSync(this.#releasesDir, { recursive: true });
    const dir = path.join(this.#releasesDir, `.staging-${randomUUID()}`);
    return new Stage(dir, base === null ? null : path.join(this.#releasesDir, base));
  }

  #putUploads(stage: Stage): void {
    stage.linkMissing(imagesFolder(this.#options.snapshotFile), 'images');
    stage.linkMissing(documentsFolder(this.#options.snapshotFile), 'files');
  }

  /** Pages with a fault stay as they were; answers those that may go live. */
  #holdBack(rendering: Rendering, stage: Stage, later: readonly RenderedPage[]): RenderedPage[] {
    const { store } = this.#loaded ?? {};
    if (!store) return [];
    const { settings } = this.#options;
    const problems = checkRendering(rendering, store, {
      siteUrl: settings.SITE_URL,
      stageDir: stage.dir,
      alsoServed: assetPool(this.#releasesDir),
      later,
    });
    const rendered = [...rendering.changed, ...rendering.same];
    for (const { path: fine } of rendered) this.#alarms.delete(fine);
    for (const { path: gone } of rendering.removed) this.#alarms.delete(gone);
    for (const { path: page, message } of rendering.failed) {
      this.#alarm(page, `The page ${page} could not be rendered: ${message}`);
    }
    for (const { path: page, file } of rendering.changed) {
      const found = problems.get(page);
      if (!found) continue;
      stage.restore(file);
      this.#alarm(page, found.map(({ message }) => message).join('\n'));
    }
    return rendered.filter((page) => !problems.has(page.path));
  }

  /** Where nothing was rendered before, a page that is held back has no earlier one to show. */
  #refuseGaps(): void {
    const alarms = [...this.#alarms.values()];
    if (alarms.length === 0) return;
    const pages = alarms.map(({ page, entry }) => ({ path: page ?? '', entry: entry ?? '' }));
    throw new CheckFailedError(
      alarms,
      pages.filter(({ entry }) => entry !== ''),
    );
  }

  #alarm(page: string, message: string): void {
    const snapshot = this.#options.snapshotFile;
    this.#alarms.set(page, { page, message, entry: entryOfPath(snapshot, page) });
  }

  #countPages(made: readonly RenderedPage[], removed: Rendering['removed']): number {
    const paths = new Set(this.#loaded?.store.paths());
    for (const page of made) paths.add(page.path);
    for (const page of removed) paths.delete(page.path);
    return [...paths].filter((page) => !/\.[a-z]+$/.test(page)).length;
  }

  #wantLater(version: string): void {
    const { store } = this.#loaded ?? {};
    if (!store || store.state('search') === version || this.#later.isReady) return;
    this.#later.want(version);
  }
}

function digestOfTexts(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}
