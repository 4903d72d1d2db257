import { lateFolder, type Late, loadLate } from './late.ts';

/** The part of Pagefind that the search page uses, and what it answers. */
export type Fragment = {
  /** Address without language, with a slash before it. */
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
};
export type PagefindResult = {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<Fragment>;
};
export type Pagefind = {
  readonly options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly mergeIndex: (
    folder: string,
    options: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  readonly search: (
    term: string | null,
    options?: { readonly filters: Readonly<Record<string, string>> },
  ) => Promise<{ readonly results: readonly PagefindResult[] }>;
};

const options = {
  // Addresses begin at the root, wherever the index lies.
  baseUrl: '/',
  // Contents are all about as long, and a key counts by how often the index put it there.
  ranking: { termFrequency: 0.15, pageLength: 0.1 },
};

let failures = 0;

/** Loads Pagefind from the folder of the index. Throws when it is not there. */
async function loadPagefind(folder: string): Promise<Pagefind> {
  // A browser remembers that it could not fetch a module: the next try takes another address.
  const address = `${folder}pagefind.js${failures === 0 ? '' : `?again=${failures}`}`;
  const loaded: unknown = await import(/* @vite-ignore */ address).catch((error: unknown) => {
    failures += 1;
    throw error;
  });
  if (!isPagefind(loaded)) throw new Error(`There is no search index at ${folder}.`);
  // The worker would be loaded on top of the same code; a search takes a few milliseconds.
  await loaded.options({ ...options, noWorker: true });
  await loaded.init();
  return loaded;
}

/** An index of all entries, and the small one of what changed since. Throws when it is not there. */
export async function openIndex(folder: string): Promise<{ pagefind: Pagefind; late: Late }> {
  const coming = loadLate(folder);
  // On a bad line both fail, and the next try must not begin before the import has.
  coming.catch(() => undefined);
  const pagefind = await loadPagefind(folder);
  const late = await coming;
  if (late.ids.length > 0) await pagefind.mergeIndex(`${folder}${lateFolder}`, options);
  return { pagefind, late };
}

function isPagefind(value: unknown): value is Pagefind {
  return typeof value === 'object' && value !== null && 'search' in value && 'options' in value;
}
