import { lateFolder, type Late, loadLate, partFolder } from './late.ts';

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

export type OpenIndex = {
  readonly pagefind: Pagefind;
  readonly late: Late;
  /** False once another index was published. Pagefind passes over files that it no longer finds. */
  readonly isCurrent: () => Promise<boolean>;
};

let opened = 0;

/** An index of all entries, and the small one of what changed since. Throws when it is not there. */
export async function openIndex(folder: string): Promise<OpenIndex> {
  // What is published after this was read is told by it, and Pagefind reads nothing before `init`.
  const [late, pagefind] = await Promise.all([loadLate(folder), loadPagefind(folder)]);
  // The worker would be loaded on top of the same code; a search takes a few milliseconds.
  await pagefind.options({ ...options, noWorker: true });
  await pagefind.init();
  const further = Array.from({ length: late.parts - 1 }, (_, index) => partFolder(index + 2));
  if (late.ids.length > 0) further.push(lateFolder);
  await Promise.all(further.map((part) => pagefind.mergeIndex(`${folder}${part}`, options)));
  const isCurrent = async () => JSON.stringify(await loadLate(folder)) === JSON.stringify(late);
  return { pagefind, late, isCurrent };
}

async function loadPagefind(folder: string): Promise<Pagefind> {
  // A module that was loaded once stays as it was, and so does one that could not be: each time
  // after the first takes another address.
  const address = `${folder}pagefind.js${opened === 0 ? '' : `?again=${opened}`}`;
  opened += 1;
  const loaded: unknown = await import(/* @vite-ignore */ address);
  if (!isPagefind(loaded)) throw new Error(`There is no search index at ${folder}.`);
  return loaded;
}

function isPagefind(value: unknown): value is Pagefind {
  return typeof value === 'object' && value !== null && 'search' in value && 'options' in value;
}
