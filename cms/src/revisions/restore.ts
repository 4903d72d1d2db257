import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isIdList, readLinkShape, type LinkTree } from '../documents/links/link-tree';
import { readModels, type Model, type Models } from '../documents/models';
import { asRecord } from '../documents/values';
import { ENGLISH } from '../documents/write';
import type { PublishedUid } from '../publishing/published-entry';
import { heldAttributes, type EntryData } from './entry-data';

/** Kept by the system, by the clock or by reviewing: no earlier text brings them back. */
const NOT_RESTORED = new Set(['ref', 'reviewState', 'goLiveAt', 'takeDownAt']);

interface Documents {
  update(params: {
    documentId: string;
    locale?: string;
    data: Record<string, unknown>;
  }): Promise<unknown>;
}

const canUpdate = (documents: object): documents is Documents => 'update' in documents;

/** Builds what the document service is to write; what is no longer there is left out and counted. */
class Rebuilding {
  missing = 0;

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly models: Models,
    /** A type without languages does not say by itself which row of a city it means. */
    private readonly isLocalised: boolean,
  ) {}

  async build(model: Model, { values, links }: EntryData): Promise<Record<string, unknown>> {
    const data: Record<string, unknown> = {};
    for (const [name, attribute] of heldAttributes(model)) {
      const value = values[name] ?? null;
      if (attribute.type === 'media') data[name] = await this.#files(value);
      else if (attribute.component) {
        data[name] = await this.#parts(this.models(attribute.component), value, links[name]);
      } else data[name] = value;
    }
    for (const [name, target] of readLinkShape(this.models, model).relations) {
      data[name] = { set: await this.#entries(this.models(target), links[name]) };
    }
    return data;
  }

  async #parts(model: Model, value: unknown, branch: LinkTree[string] | undefined) {
    const trees = Array.isArray(branch) ? (isIdList(branch) ? [] : branch) : branch ? [branch] : [];
    const build = (item: unknown, index: number) =>
      this.build(model, { values: asRecord(item) ?? {}, links: trees[index] ?? {} });
    if (!Array.isArray(value)) return value === null ? null : build(value, 0);
    const built: Record<string, unknown>[] = [];
    for (const [index, item] of value.entries()) built.push(await build(item, index));
    return built;
  }

  async #files(value: unknown): Promise<number[] | number | null> {
    const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'number');
    const kept: number[] = [];
    for (const id of ids) {
      if ((await this.strapi.db.query('plugin::upload.file').count({ where: { id } })) > 0) {
        kept.push(id);
      } else this.missing += 1;
    }
    return Array.isArray(value) ? kept : (kept[0] ?? null);
  }

  async #entries(target: Model, branch: LinkTree[string] | undefined) {
    const ids = Array.isArray(branch) && isIdList(branch) ? branch : [];
    const kept: { documentId: string; locale?: string }[] = [];
    for (const documentId of ids) {
      if ((await this.strapi.db.query(target.uid).count({ where: { documentId } })) === 0) {
        this.missing += 1;
      } else if (target.isLocalised && !this.isLocalised)
        kept.push({ documentId, locale: ENGLISH });
      else kept.push({ documentId });
    }
    return kept;
  }
}

/**
 * Writes an earlier state of an entry as its draft, under all rules of a save.
 *
 * @returns how many entries and files it named that are no longer there
 * @throws NotFoundError when the entry was deleted
 */
export async function restoreEntry(
  strapi: Core.Strapi,
  uid: PublishedUid,
  entry: { documentId: string; locale: string | null },
  data: EntryData,
): Promise<{ missing: number }> {
  const models = readModels(strapi);
  const model = models(uid);
  const { documentId, locale } = entry;
  if ((await strapi.db.query(uid).count({ where: { documentId } })) === 0) {
    throw new errors.NotFoundError('This entry was deleted, so there is nothing to restore it to.');
  }
  const rebuilding = new Rebuilding(strapi, models, model.isLocalised);
  const built = Object.entries(await rebuilding.build(model, data));
  const restored = Object.fromEntries(built.filter(([name]) => !NOT_RESTORED.has(name)));
  const documents = strapi.documents(uid);
  if (!canUpdate(documents)) throw new Error(`${uid} cannot be updated.`);
  await documents.update({ documentId, ...(locale === null ? {} : { locale }), data: restored });
  return { missing: rebuilding.missing };
}
