/** The compiled site and what is known of its pages: held in memory as long as the publisher lives. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { SnapshotWriter } from '../src/snapshot/writer.ts';
import { addressesOf, stampOfAddresses } from './addresses.ts';
import { compileApp, loadApp } from './app/compile.ts';
import type { SiteApp } from './app/site-app.ts';
import { digestOfSiteCode } from './code-digest.ts';
import { PageStore } from './render/page-store.ts';
import { Rehearsal } from './render/rehearsal.ts';
import { type BuildSettings, releasesDirOf } from './settings.ts';

export interface LoadOptions {
  settings: BuildSettings;
  snapshotFile: string;
  log: (line: string) => void;
  signal?: AbortSignal;
}

export class LoadedSite {
  readonly app: SiteApp;
  /** Digest of what makes pages of content. */
  readonly code: string;
  readonly store: PageStore;
  readonly writer: SnapshotWriter;
  readonly rehearsal: Rehearsal;
  readonly #releasesDir: string;

  static async load(options: LoadOptions): Promise<LoadedSite> {
    const { settings, snapshotFile, signal, log } = options;
    const addresses = addressesOf(settings);
    const code = digestOfTexts([digestOfSiteCode(), stampOfAddresses(addresses)]);
    await compileApp(code, { addresses, snapshotFile, ...(signal ? { signal } : {}) });
    const writer = new SnapshotWriter(snapshotFile);
    const store = new PageStore(path.join(settings.SEE_DATA_DIR, 'pages.db'));
    const app = await loadApp(snapshotFile, addresses);
    const loaded = new LoadedSite({ app, code, store, writer }, releasesDirOf(settings));
    // What was derived before these changes is not known any more: all of it may differ.
    if (writer.changed().size > 0) {
      writer.addChanged([...store.keys()].filter((key) => /^(derived|projection) /.test(key)));
    }
    if (loaded.isFresh) log('nothing that was rendered before can be used: rendering everything');
    else app.warm(store.keys());
    return loaded;
  }

  private constructor(
    { app, code, store, writer }: Pick<LoadedSite, 'app' | 'code' | 'store' | 'writer'>,
    releasesDir: string,
  ) {
    this.app = app;
    this.code = code;
    this.store = store;
    this.writer = writer;
    this.rehearsal = new Rehearsal(app, store);
    this.#releasesDir = releasesDir;
  }

  /** True when there is no release made by this code that a next one could be made from. */
  get isFresh(): boolean {
    const base = this.store.state('base');
    return (
      base === null ||
      this.store.state('code') !== this.code ||
      !existsSync(path.join(this.#releasesDir, base))
    );
  }

  close(): void {
    this.store.close();
    this.writer.close();
  }
}

export function digestOfTexts(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}
