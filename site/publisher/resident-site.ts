/** The site kept in memory: an edit costs the pages that show it. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { SnapshotWriter, type Withdrawn } from '../src/snapshot/writer.ts';
import { addressesOf, stampOfAddresses } from './addresses.ts';
import { clientDir, compileApp, loadApp } from './app/compile.ts';
import type { SiteApp } from './app/site-app.ts';
import { assetPool } from './asset-pool.ts';
import { ContentSource, type ContentSourceOptions } from './content-source.ts';
import { digestOfSiteCode } from './code-digest.ts';
import { entryOfPath } from './entry-of-path.ts';
import { HeldBack } from './held-back.ts';
import { knownSecrets } from './known-secrets.ts';
import { LaterFiles } from './later/later-files.ts';
import { putLaterFiles } from './later/put-later-files.ts';
import { previewDraft, PreviewError, type PreviewRequest } from './preview/preview.ts';
import { documentsFolder, imagesFolder } from './pull/folders.ts';
import { checkRendering } from './render/check-pages.ts';
import { EarlierRelease, type StayingPage } from './render/earlier-release.ts';
import { PageStore, type RenderedPage, type StateName } from './render/page-store.ts';
import { Rehearsal } from './render/rehearsal.ts';
import { renderPages, type Rendering } from './render/render-pages.ts';
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

interface Loaded {
  readonly app: SiteApp;
  readonly code: string;
  readonly store: PageStore;
  readonly writer: SnapshotWriter;
  readonly rehearsal: Rehearsal;
}

/** Where so many pages of code that never was live are at fault, it is the code's. */
const mostLeftOut = 100;

/** An edit may come meanwhile, and waits. */
const rehearsalMs = 200;

export class ResidentSite implements SiteSteps {
  readonly #options: ResidentOptions;
  readonly #releasesDir: string;
  readonly #later: readonly LaterFiles[];
  #loaded: Loaded | null = null;
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
    const { writer, code } = await this.#load();
    const inputs = digestOfTexts([pulled.contentVersion, asOf, code]);
    // Something that is off the site already may be erased: earlier releases show it still.
    const isBehind =
      full ||
      this.#source.isErasure ||
      writer.changed().size > 0 ||
      this.#isFresh() ||
      this.#later.some(({ isReady }) => isReady);
    if (!isBehind) {
      // The next edit finds its release prepared.
      this.#stages.prepare(this.#loaded?.store.state('base') ?? null);
      await this.#tellLive();
      this.#wantLater(inputs);
      await this.#loaded?.rehearsal.goOn(rehearsalMs);
    }
    return { ...pulled, inputs, isBehind, isClean: full };
  }

  async build(version: Version, take: (built: Built) => Promise<string>): Promise<void> {
    if (version.isClean === true) {
      await this.#buildClean(take);
      return;
    }
    const { writer } = await this.#load();
    if (this.#isFresh() || writer.changed().size > 0) {
      writer.transaction(() => {
        writer.readmit();
      });
      this.#heldBack.clear('left out');
    }
    await this.#buildNext(version, take);
  }

  async #buildNext(version: Version, take: (built: Built) => Promise<string>): Promise<void> {
    const { app, store, writer, code } = await this.#load();
    const { settings } = this.#options;
    const isFresh = this.#isFresh();
    const earlier = isFresh ? this.#earlierRelease() : null;
    const stage = await this.#takeStage(isFresh);
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
      const { fine, held } = this.#holdBack(rendering, stage, kept);
      kept.push(...fine);
      staying.push(...held);
      const lost = staying.filter((page) => !(store.has(page.path) || earlier?.has(page) === true));
      if (this.#leaveOut(lost, isFresh)) {
        // What leads to them is rendered without them.
        await stage.discard();
        await this.#buildNext(version, take);
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
      await this.#tellLive();
      this.#wantLater(version.inputs, rendering.removed.length > 0);
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

  async #tellLive(): Promise<void> {
    const base = this.#loaded?.store.state('base');
    if (base) await this.#source.tellLive(base);
  }

  async close(): Promise<void> {
    for (const later of this.#later) await later.stop();
    await this.#stages.discard();
    this.#loaded?.store.close();
    this.#loaded?.writer.close();
  }

  get #laterDir(): string {
    return path.join(this.#options.settings.SEE_DATA_DIR, 'later');
  }

  async #load(): Promise<Loaded> {
    if (this.#loaded) return this.#loaded;
    const { settings, snapshotFile, signal, log } = this.#options;
    const addresses = addressesOf(settings);
    const code = digestOfTexts([digestOfSiteCode(), stampOfAddresses(addresses)]);
    await compileApp(code, { addresses, snapshotFile, ...(signal ? { signal } : {}) });
    const writer = new SnapshotWriter(snapshotFile);
    const store = new PageStore(path.join(settings.SEE_DATA_DIR, 'pages.db'));
    const app = await loadApp(snapshotFile, addresses);
    this.#loaded = { app, code, store, writer, rehearsal: new Rehearsal(app, store) };
    this.#heldBack.restore(store.state('alarms') ?? '[]');
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

  #earlierRelease(): EarlierRelease | null {
    const id = currentRelease(this.#releasesDir);
    return id === null ? null : new EarlierRelease(path.join(this.#releasesDir, id));
  }

  async #takeStage(isFresh: boolean): Promise<Stage> {
    if (!isFresh) return this.#stages.take(this.#loaded?.store.state('base') ?? null);
    this.#loaded?.store.clear();
    this.#heldBack.clear('staying');
    const stage = await this.#stages.take(null);
    cpSync(clientDir, stage.dir, { recursive: true });
    return stage;
  }

  #putUploads(stage: Stage): void {
    stage.linkMissing(imagesFolder(this.#options.snapshotFile), 'images');
    stage.linkMissing(documentsFolder(this.#options.snapshotFile), 'files');
  }

  /** Pages with a fault stay as they were; answers those that may go live, and the others. */
  #holdBack(
    rendering: Rendering,
    stage: Stage,
    later: readonly RenderedPage[],
  ): { fine: RenderedPage[]; held: StayingPage[] } {
    const { store } = this.#loaded ?? {};
    if (!store) return { fine: [], held: [] };
    const { settings } = this.#options;
    const problems = checkRendering(rendering, store, {
      siteUrl: settings.SITE_URL,
      stageDir: stage.dir,
      alsoServed: assetPool(this.#releasesDir),
      later,
    });
    const rendered = [...rendering.changed, ...rendering.same];
    this.#heldBack.release(rendered);
    this.#heldBack.release(rendering.removed);
    for (const { path: page, message } of rendering.failed) {
      this.#heldBack.hold(page, `The page ${page} could not be rendered: ${message}`);
    }
    for (const { path: page, file } of rendering.changed) {
      const found = problems.get(page);
      if (!found) continue;
      stage.restore(file);
      this.#heldBack.hold(page, found.map(({ message }) => message).join('\n'));
    }
    const isHeld = ({ path: page }: RenderedPage) => problems.has(page);
    return {
      fine: rendered.filter((page) => !isHeld(page)),
      held: [...rendering.failed, ...rendering.changed.filter(isHeld)],
    };
  }

  /** Withholds the entries of these pages, which are new; answers whether there are any. */
  #leaveOut(pages: readonly StayingPage[], isFresh: boolean): boolean {
    if (isFresh && pages.length > mostLeftOut) return false;
    const { writer } = this.#loaded ?? {};
    const messages = new Map(this.#heldBack.list().map(({ page, message }) => [page, message]));
    const found = pages.flatMap(({ path: page }) => {
      const entry = entryOfPath(this.#options.snapshotFile, page);
      return entry ? [{ page, entry }] : [];
    });
    for (const { page } of found) this.#heldBack.hold(page, messages.get(page) ?? '', true);
    writer?.transaction(() => {
      for (const { entry } of found) writer.withhold(entry.type, entry.id);
    });
    return found.length > 0;
  }

  /** Beside the pages, but one after the other: both at once would need twice the memory. */
  async #makeLater(version: string): Promise<void> {
    for (const later of this.#later) await later.make(version);
  }

  /** `isLess` when something was taken off the site. */
  #wantLater(version: string, isLess = false): void {
    const { store } = this.#loaded ?? {};
    for (const later of this.#later) {
      const isMade = later.products.every((product) => store?.state(product) === version);
      if (store && !isMade) later.want(version, isLess);
    }
  }
}

function digestOfTexts(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}
