import { type CmsClient, CmsError } from '../../src/cms/client.ts';
import type { Collection, Entry } from '../../src/collections/collection.ts';
import type { LinkRow, SnapshotWriter } from '../../src/snapshot/writer.ts';
import { foreignMailIn } from '../checks/mail-addresses.ts';
import { readDocuments, type Row, versionOf } from './cms-rows.ts';
import { documentsOf, fetchDocuments, withoutDocuments } from './documents.ts';
import { documentsFolder, imagesFolder } from './folders.ts';
import { type Fault, type ImageUse, imagesOf, prepareImages } from './images.ts';
import { linkRows } from './links.ts';
import { mapEntry, UnfitEntryError } from './mapping.ts';
import type { PullOptions } from './pull.ts';
import { refuseLoss, refuseStrange } from './refuse-loss.ts';
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
  /** Refs of the entries that were fetched. */
  readonly tried = new Set<string>();
  isChanged = false;

  constructor(options: PullOptions, writer: SnapshotWriter, client: CmsClient) {
    this.#options = options;
    this.#writer = writer;
    this.#client = client;
  }

  /** What entries are shown without, and entries that stay as they were. */
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
    let strange = 0;
    for await (const documents of readDocuments(this.#client, collection, ids)) {
      for (const id of documents.keys()) seen.add(id);
      strange += await this.#store(collection, documents);
    }
    refuseStrange(collection, strange, { seen: seen.size, stored: stored.size });
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

  /**
   * What must not be shown stays as it was: what is stored, or nothing, is left with a version that
   * is not the published one, so that it is fetched, and so tried, again at the next comparison.
   * Answers how many did not fit the site's idea of their type.
   */
  async #store(
    collection: Collection,
    documents: ReadonlyMap<string, readonly Row[]>,
  ): Promise<number> {
    const { type } = collection;
    const fetched: Fetched[] = [];
    let strange = 0;
    for (const [id, rows] of documents) {
      try {
        const taken = fetchedOf(collection, id, rows);
        this.tried.add(taken.entry.ref);
        const mail = [...foreignMailOf(taken.entry, this.#options.allowedMail)];
        if (mail.length === 0) fetched.push(taken);
        else this.#hold(id, taken.entry.ref, showsMail(type, taken.entry.ref, mail));
      } catch (error) {
        if (!(error instanceof UnfitEntryError)) throw error;
        strange += 1;
        this.tried.add(error.ref);
        this.#hold(id, error.ref, error.message);
      }
    }
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
    return strange;
  }

  #hold(id: string, ref: string, message: string): void {
    this.#options.log(message);
    this.#faults.set(id, { entry: ref, message });
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

const showsMail = (type: string, ref: string, mail: readonly string[]) =>
  `The ${type} ${ref} stays as it was, because it would show the mail address ${mail.join(', ')}, which is not on the list of allowed ones (SEE_PUBLIC_MAIL).`;

/** Mail addresses in any text of an entry. */
function foreignMailOf(entry: Entry, allowed: readonly string[]): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && value.includes('@')) {
      for (const address of foreignMailIn(value, allowed)) found.add(address);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(entry);
  return found;
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
