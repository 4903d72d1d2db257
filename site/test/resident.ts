/** A resident publisher over the fake CMS, for tests. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Outbox } from '../publisher/outbox.ts';
import { Publisher } from '../publisher/publisher.ts';
import { ResidentSite } from '../publisher/resident-site.ts';
import type { BuildSettings } from '../publisher/settings.ts';
import { type FakeCms, publishSecret, startFakeCms } from './fake-cms.ts';
import { createWorld, type WorldRow } from './world.ts';

export interface Resident {
  readonly cms: FakeCms;
  readonly dataDir: string;
  readonly settings: BuildSettings;
  site: ResidentSite;
  publisher: Publisher;
  readonly said: string[];
  /** The folder that readers are served from. */
  live: () => string;
  /** The text of a live file; null when there is none. */
  read: (file: string) => string | null;
  /** Publishes until open data and search hold what the pages show. */
  publishAll: () => Promise<void>;
  /** Changes the rows of an entry as an editor's publishing does. */
  edit: (field: string, id: string, change: (row: WorldRow) => Partial<WorldRow>) => void;
  /** Ends the publisher and starts another one on the same data. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startResident(
  options: {
    outbox?: boolean;
    world?: Record<string, WorldRow[]>;
    files?: Map<string, Buffer>;
  } = {},
): Promise<Resident> {
  const cms = await startFakeCms(options.world ?? createWorld());
  for (const [address, bytes] of options.files ?? []) cms.files.set(address, bytes);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'see-resident-'));
  const settings: BuildSettings = {
    CMS_URL: cms.url,
    CMS_TOKEN: cms.token,
    SEE_DATA_DIR: dataDir,
    SITE_URL: 'https://see.example',
    CMS_PUBLIC_URL: 'https://cms.see.example',
    SEE_PUBLIC_MAIL: [],
    SEE_CONTACT_MAIL: 'editors@see.example',
  };
  if (options.outbox === true) cms.changes = [];
  const said: string[] = [];
  const open = () => {
    const site = new ResidentSite({
      settings,
      snapshotFile: path.join(dataDir, 'snapshot.db'),
      log: (line) => said.push(line),
      wake: () => undefined,
      ...(options.outbox === true ? { outbox: new Outbox(cms.url, publishSecret) } : {}),
    });
    const releasesDir = path.join(dataDir, 'releases');
    return {
      site,
      publisher: new Publisher({ releasesDir, steps: site, log: (l) => said.push(l) }),
    };
  };
  let clock = Date.parse('2026-03-01T00:00:00.000Z');
  const live = () => path.join(dataDir, 'releases/current');
  const resident: Resident = {
    cms,
    dataDir,
    settings,
    ...open(),
    said,
    live,
    read: (file) => {
      try {
        return readFileSync(path.join(live(), file), 'utf8');
      } catch {
        return null;
      }
    },
    publishAll: async () => {
      const release = () => resident.publisher.status().release;
      // A round that publishes nothing may still ask for what the next one takes.
      for (let quiet = 0; quiet < 2;) {
        const before = release();
        await resident.site.laterSettled();
        await resident.publisher.reconcile();
        quiet = before === release() ? quiet + 1 : 0;
      }
    },
    edit: (field, id, change) => {
      clock += 1000;
      const publishedAt = new Date(clock).toISOString();
      cms.rows[field] = (cms.rows[field] ?? []).map((row) =>
        row.documentId === id ? { ...row, ...change(row), publishedAt } : row,
      );
    },
    restart: async () => {
      await resident.site.close();
      Object.assign(resident, open());
    },
    stop: async () => {
      await resident.site.close();
      await cms.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await resident.publisher.reconcile();
  const { lastError } = resident.publisher.status();
  if (lastError) throw new Error(lastError.message);
  return resident;
}

/** Every file of a site with its bytes. */
export function filesOf(dir: string): Map<string, Buffer> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(dir, name))]));
}

/** Names of the files that only one of two sites has, or that differ. */
export function differences(one: Map<string, Buffer>, other: Map<string, Buffer>): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => {
    const [a, b] = [one.get(name), other.get(name)];
    return !a || !b || !a.equals(b);
  });
}
