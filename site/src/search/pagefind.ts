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
  readonly search: (
    term: string | null,
    options?: { readonly filters: Readonly<Record<string, string>> },
  ) => Promise<{ readonly results: readonly PagefindResult[] }>;
};

const options = {
  // Addresses begin at the root, wherever the index lies.
  baseUrl: '/',
  // The worker would be loaded on top of the same code; a search takes a few milliseconds.
  noWorker: true,
  // Contents are all about as long, and a key counts by how often the index put it there.
  ranking: { termFrequency: 0.15, pageLength: 0.1 },
};

/** Loads Pagefind from the folder of the index. Throws when it is not there. */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  const loaded: unknown = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  if (!isPagefind(loaded)) throw new Error(`There is no search index at ${folder}.`);
  await loaded.options(options);
  await loaded.init();
  return loaded;
}

function isPagefind(value: unknown): value is Pagefind {
  return typeof value === 'object' && value !== null && 'search' in value && 'options' in value;
}
