/** The site kept in memory: an edit costs the pages that show it. */
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { Withdrawn } from '../src/snapshot/writer.ts';
import { addressesOf } from './addresses.ts';
import { clientDir } from './app/compile.ts';
import { assetPool } from './asset-pool.ts';
import { ContentSource, type ContentSourceOptions } from './content-source.ts';
import { HeldBack } from './held-back.ts';
import { knownSecrets } from './known-secrets.ts';
import { LaterFiles } from './later/later-files.ts';
import { putLaterFiles } from './later/put-later-files.ts';
import { digestOfTexts, LoadedSite } from './loaded-site.ts';
import { previewDraft, PreviewError, type PreviewRequest } from './preview/preview.ts';
import { documentsFolder, imagesFolder } from './pull/folders.ts';
import { EarlierRelease, type StayingPage } from './render/earlier-release.ts';
import { holdBackPages } from './render/hold-back-pages.ts';
import type { RenderedPage, StateName } from './render/page-store.ts';
import { renderPages } from './render/render-pages.ts';
import type { Stage } from './render/stage.ts';
import { Stages } from './render/stages.ts';
import { currentRelease } from './release-store.ts';
import { allowedMailOf, releasesDirOf } from './settings.ts';
import { type Alarm, type Built, buildWhole, type SiteSteps, type Version } from './site-steps.ts';

export interface ResidentOptions extends ContentSourceOptions {
  signal?: AbortSignal;
  /** Called when there is something to publish that no pull would tell of. */
  wake: () => void;
}

/** Where so many pages of code that never was live are at fault, it is the code's. */
const mostLeftOut = 100;

/** An edit may come meanwhile, and waits. */
const rehearsalMs = 200;

export class ResidentSite implements SiteSteps {
  readonly #options: ResidentOptions;
  readonly #releasesDir: string;
  readonly #later: readonly LaterFiles[];
  #loaded: LoadedSite | null = null;
  readonly #stages: Stages;
  readonly #source: ContentSource;
  readonly #heldBack: HeldBack;

  constructor(options: ResidentOptions) {
    this.#options = options;
    const { settings, snapshotFile } = options;
    this.#releasesDir = releasesDirOf(settings);
    this.#stages = new Stages(this.#releasesDir);
    this.#source = new ContentSource(options);
    this.#heldBack = new HeldBack(snapshotFile);
    const task = {
      snapshotFile,
      addresses: addressesOf(settings),
      dataDir: settings.SEE_DATA_DIR,
      allowedMail: allowedMailOf(settings),
      dir: this.#laterDir,
    };
    const kinds = ['search', 'data', 'lists'] as const;
    this.#later = kinds.map((kind) => new LaterFiles({ ...task, kind }, options.wake));
  }

  async pull({ full }: { full: boolean }): Promise<Version> {
    const { snapshotFile } = this.#options;
    // What is live was derived from the content as it is stored now: that is to be known before
    // anything of it changes.
    if (existsSync(snapshotFile)) await this.#load();
    const asOf = new Date().toISOString().slice(0, 10);
    const pulled = await this.#source.pull(full, asOf);
    const loaded = await this.#load();
    const inputs = digestOfTexts([pulled.contentVersion, asOf, loaded.code]);
    // Something that is off the site already may be erased: earlier releases show it still.
    const isBehind =
      full ||
      this.#source.isErasure ||
      loaded.writer.changed().size > 0 ||
      loaded.isFresh ||
      this.#later.some(({ isReady }) => isReady);
    if (!isBehind) {
      // The next edit finds its release prepared.
      this.#stages.prepare(loaded.store.state('base'));
      await this.#tellLive(loaded);
      this.#wantLater(loaded, inputs);
      await loaded.rehearsal.goOn(rehearsalMs);
    }
    return { ...pulled, inputs, isBehind, isClean: full };
  }

  async build(version: Version, take: (built: Built) => Promise<string>): Promise<void> {
    if (version.isClean === true) {
      await this.#buildClean(take);
      return;
    }
    const loaded = await this.#load();
    const { writer } = loaded;
    if (loaded.isFresh || writer.changed().size > 0) {
      writer.transaction(() => {
        writer.readmit();
      });
      this.#heldBack.clear('left out');
    }
    await this.#buildNext(loaded, version, take);
  }

  async #buildNext(
    loaded: LoadedSite,
    version: Version,
    take: (built: Built) => Promise<string>,
  ): Promise<void> {
    const { app, store, writer, code, isFresh } = loaded;
    const { settings } = this.#options;
    const earlier = isFresh ? this.#earlierRelease() : null;
    const stage = await (isFresh ? this.#takeFirstStage(loaded) : this.#takeStage(loaded));
    const making = isFresh ? this.#makeLater(version.inputs) : Promise.resolve();
    // Where pages fail first, that is told.
    making.catch(() => undefined);
    try {
      const given = writer.changed();
      const followed = app.takeIn(given);
      writer.addChanged(followed);
      const rendering = await renderPages({
        app,
        store,
        stage,
        keys: isFresh ? null : followed,
        retry: this.#heldBack.paths(),
        leaks: {
          secrets: knownSecrets(settings.SEE_DATA_DIR, process.env),
          allowedMail: allowedMailOf(settings),
        },
      });
      for (const { file } of rendering.removed) stage.remove(file);
      this.#putUploads(stage);
      await making;
      const state = new Map<StateName, string>([['code', code]]);
      const kept: RenderedPage[] = [];
      const staying: StayingPage[] = [];
      for (const { message, version: madeOf } of this.#later.flatMap((later) => later.take())) {
        const { pages, heldBack } = putLaterFiles(stage, store, message, this.#laterDir);
        kept.push(...pages);
        this.#heldBack.release(pages);
        for (const page of heldBack) this.#heldBack.hold(page.path, page.message);
        staying.push(...heldBack);
        state.set(message.kind, madeOf);
      }
      const { fine, held } = holdBackPages(rendering, {
        store,
        stage,
        heldBack: this.#heldBack,
        siteUrl: settings.SITE_URL,
        alsoServed: assetPool(this.#releasesDir),
        later: kept,
      });
      kept.push(...fine);
      staying.push(...held);
      const lost = staying.filter((page) => !(store.has(page.path) || earlier?.has(page) === true));
      const isCodeAtFault = isFresh && lost.length > mostLeftOut;
      if (!isCodeAtFault && this.#heldBack.leaveOut(lost, writer)) {
        // What leads to them is rendered without them.
        await stage.discard();
        await this.#buildNext(loaded, version, take);
        return;
      }
      if (isFresh) this.#heldBack.refuse(lost);
      if (earlier) kept.push(...earlier.keep(stage, staying));
      const pages = store.countWith(kept, rendering.removed);
      const id = await take({
        dir: stage.dir,
        pages,
        rendered: [...rendering.changed, ...rendering.same].filter(({ isPage }) => isPage).length,
        isSearchable: (state.get('search') ?? store.state('search')) === version.inputs,
        isErasure: this.#source.isErasure,
        alarms: this.alarms(),
      });
      state.set('base', id);
      state.set('alarms', this.#heldBack.toText());
      store.save({
        pages: kept,
        removed: rendering.removed.map((each) => each.path),
        routes: rendering.routes,
        state,
      });
      writer.settle(followed);
      // What was erased may stand in no folder, of releases to come neither.
      if (this.#source.isErasure) await this.#stages.discard();
      this.#stages.follow(id, stage);
      await this.#tellLive(loaded);
      this.#wantLater(loaded, version.inputs, rendering.removed.length > 0);
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
    return previewDraft({ app, outbox, settings }, request);
  }

  alarms(): Alarm[] {
    return [
      ...this.#heldBack.list(),
      ...this.#source.faults().map((fault) => ({ page: null, ...fault })),
      ...this.#later.flatMap(({ error }) =>
        error ? [{ page: null, entry: null, message: error.message }] : [],
      ),
    ];
  }

  withdrawnSince(at: string): Withdrawn[] {
    return this.#loaded?.writer.withdrawnSince(at) ?? [];
  }

  /** Resolves when nothing that follows the pages is being made. */
  laterSettled(): Promise<void> {
    return Promise.all(this.#later.map((later) => later.settled())).then(() => undefined);
  }

  /** The whole site by `astro build`. The next publish renders all of it here, to know it again. */
  async #buildClean(take: (built: Built) => Promise<string>): Promise<void> {
    const { store } = await this.#load();
    await buildWhole(this.#options, take);
    store.clear();
    this.#heldBack.clear('staying');
    this.#heldBack.clear('left out');
    this.#options.wake();
  }

  async #tellLive({ store }: LoadedSite): Promise<void> {
    const base = store.state('base');
    if (base !== null) await this.#source.tellLive(base);
  }

  async close(): Promise<void> {
    for (const later of this.#later) await later.stop();
    await this.#stages.discard();
    this.#loaded?.close();
  }

  get #laterDir(): string {
    return path.join(this.#options.settings.SEE_DATA_DIR, 'later');
  }

  async #load(): Promise<LoadedSite> {
    if (this.#loaded) return this.#loaded;
    this.#loaded = await LoadedSite.load(this.#options);
    this.#heldBack.restore(this.#loaded.store.state('alarms') ?? '[]');
    return this.#loaded;
  }

  #earlierRelease(): EarlierRelease | null {
    const id = currentRelease(this.#releasesDir);
    return id === null ? null : new EarlierRelease(path.join(this.#releasesDir, id));
  }

  #takeStage({ store }: LoadedSite): Promise<Stage> {
    return this.#stages.take(store.state('base'));
  }

  async #takeFirstStage({ store }: LoadedSite): Promise<Stage> {
    store.clear();
    this.#heldBack.clear('staying');
    const stage = await this.#stages.take(null);
    cpSync(clientDir, stage.dir, { recursive: true });
    return stage;
  }

  #putUploads(stage: Stage): void {
    stage.linkMissing(imagesFolder(this.#options.snapshotFile), 'images');
    stage.linkMissing(documentsFolder(this.#options.snapshotFile), 'files');
  }

  /** Beside the pages, but one after the other: both at once would need twice the memory. */
  async #makeLater(version: string): Promise<void> {
    for (const later of this.#later) await later.make(version);
  }

  /** `isLess` when something was taken off the site. */
  #wantLater({ store }: LoadedSite, version: string, isLess = false): void {
    for (const later of this.#later) {
      const isMade = later.products.every((product) => store.state(product) === version);
      if (!isMade) later.want(version, isLess);
    }
  }
}
