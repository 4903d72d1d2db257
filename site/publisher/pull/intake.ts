import { type CmsClient, CmsError } from '../../src/cms/client.ts';
import type { Collection, Entry } from '../../src/collections/collection.ts';
import type { LinkRow, SnapshotWriter } from '../../src/snapshot/writer.ts';
import { readDocuments, type Row, versionOf } from './cms-rows.ts';
import { documentsOf, fetchDocuments, withoutDocuments } from './documents.ts';
import { documentsFolder, imagesFolder } from './folders.ts';
import { type Fault, type ImageUse, imagesOf, prepareImages } from './images.ts';
import { linkRows } from './links.ts';
import { mapEntry } from './mapping.ts';
import type { PullOptions } from './pull.ts';
import { refuseLoss } from './refuse-loss.ts';
import type { Wanted } from './wanted.ts';

type Fetched = {
  entry: Entry;
  version: string;
  links: readonly LinkRow[];
  images: readonly ImageUse[];
  documents: ReturnType<typeof documentsOf>;
};

/** Takes what is wanted from the CMS into the snapshot, a page at a time, all of it or nothing. */
export class Intake {
  readonly #options: PullOptions;
  readonly #writer: SnapshotWriter;
  readonly #client: CmsClient;
  readonly #faults = new Map<string, Fault>();
  isChanged = false;

  constructor(options: PullOptions, writer: SnapshotWriter, client: CmsClient) {
    this.#options = options;
    this.#writer = writer;
    this.#client = client;
  }

  /** What entries are shown without. */
  faults(): Fault[] {
    return [...this.#faults.values()];
  }

  async take(wanted: readonly Wanted[], finish: () => void): Promise<void> {
    await this.#writer.longTransaction(async () => {
      for (const each of wanted) await this.#takeType(each);
      finish();
    });
  }

  async #takeType(wanted: Wanted): Promise<void> {
    const { collection, stored, ids } = wanted;
    const seen = new Set<string>();
    for await (const documents of readDocuments(this.#client, collection, ids)) {
      for (const id of documents.keys()) seen.add(id);
      await this.#store(collection, documents);
    }
    const unseen = ids === null ? [...stored.keys()] : wanted.removed;
    const removed = unseen.filter((id) => stored.has(id) && !seen.has(id));
    const missing = wanted.isListed === true ? ids?.find((id) => !seen.has(id)) : undefined;
    if (missing !== undefined) throw leftOut(collection, missing);
    if (this.#options.full !== true) {
      refuseLoss({ collection, removed }, stored, this.#options.explained);
    }
    for (const id of removed) this.#writer.remove(collection.type, id);
    if (seen.size + removed.length === 0) return;
    this.isChanged = true;
    this.#options.log(
      `${collection.type}: ${String(seen.size)} fetched, ${String(removed.length)} removed`,
    );
  }

  async #store(collection: Collection, documents: ReadonlyMap<string, Row[]>): Promise<void> {
    const { type } = collection;
    const fetched = [...documents].map(([id, rows]) => fetchedOf(collection, id, rows));
    await this.#readUploads(collection, fetched);
    const missing = new Set(this.#faults.keys());
    for (const { entry, version, links, images, documents: own } of fetched) {
      const uploads = [...images.map(({ image }) => image.key), ...own.map(({ name }) => name)];
      const isWhole = !uploads.some((key) => missing.has(key));
      const shown = isWhole ? entry : withoutDocuments(entry, missing);
      // Under another version it is fetched, and so tried, again at the next comparison.
      this.#writer.put(type, shown, isWhole ? version : `${version} incomplete`, {
        links,
        uploads,
      });
    }
  }

  /** Has the images and documents of what was fetched at hand before it is stored. */
  async #readUploads({ type }: Collection, fetched: readonly Fetched[]): Promise<void> {
    const { snapshotFile, cmsUrl, log } = this.#options;
    const uses = fetched.flatMap(({ images }) => images);
    const documents = fetched.flatMap(({ entry: { ref }, documents: own }) =>
      own.map((document) => ({ document, label: `The ${type} ${ref}`, ref })),
    );
    const folder = imagesFolder(snapshotFile);
    const ofImages = await prepareImages({ writer: this.#writer, uses, cmsUrl, folder, log });
    const ofDocuments = await fetchDocuments(documents, {
      cmsUrl,
      folder: documentsFolder(snapshotFile),
      log,
    });
    for (const [key, fault] of [...ofImages, ...ofDocuments]) this.#faults.set(key, fault);
  }
}

function fetchedOf(collection: Collection, id: string, rows: readonly Row[]): Fetched {
  const entry = mapEntry(collection, id, rows);
  return {
    entry,
    version: versionOf(rows),
    links: linkRows(rows),
    images: imagesOf(collection.type, entry),
    documents: documentsOf(collection.type, entry),
  };
}

const leftOut = ({ type }: Collection, id: string) =>
  new CmsError(
    `The query "${type} rows" left out the entry ${id}, which the CMS lists as published. It may have been unpublished meanwhile; the next pull will tell.`,
  );
