import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import type { Row } from './plan';
import { resolveFields, type ResolvedFields } from './resolve';
import type { StoredRow } from './stored-rows';
import { Target, type Fields } from './target';

const saved = z.object({ documentId: z.string() });

interface Known {
  documentId: string;
  isLocalized: boolean;
}

/** Writes rows through the document service, so that the rules of the content model hold for them. */
export class EntryWriter {
  readonly #documents = new Map<string, Known>();
  readonly #postponed: Row[] = [];

  constructor(private readonly strapi: Core.Strapi) {}

  /** Tells which documents exist already. */
  know(uid: UID.ContentType, stored: ReadonlyMap<string, StoredRow>): void {
    for (const [key, { documentId }] of stored) {
      const [ref = key] = key.split(' ');
      this.#documents.set(ref, { documentId, isLocalized: this.#isLocalized(uid) });
    }
  }

  knows(ref: string): boolean {
    return this.#documents.has(ref);
  }

  async write(row: Row): Promise<void> {
    const { ref, kind } = row.record;
    const resolved = this.#resolve(row);
    const known = this.#documents.get(ref);
    if (known) {
      await this.#update(row, known.documentId, resolved.data);
    } else {
      const documentId = await this.#create(row, resolved.data);
      this.#documents.set(ref, { documentId, isLocalized: this.#isLocalized(kind.uid) });
    }
    if (resolved.unresolved.length > 0) this.#postponed.push(row);
  }

  /** Relations to what came later in the order of filling. */
  async writePostponedRelations(): Promise<void> {
    for (const row of this.#postponed) {
      const known = this.#documents.get(row.record.ref);
      if (!known) continue;
      const { data } = this.#resolve(row);
      const relations = Object.entries(data).filter(([name]) => holdsTarget(row.fields[name]));
      await this.#update(row, known.documentId, Object.fromEntries(relations));
    }
  }

  #resolve(row: Row): ResolvedFields {
    const sourceIsLocalized = this.#isLocalized(row.record.kind.uid);
    return resolveFields(row.fields, (ref) => {
      const known = this.#documents.get(ref);
      if (!known) return null;
      const { documentId, isLocalized } = known;
      // A type without languages does not say by itself which row of a city it means.
      return isLocalized && !sourceIsLocalized ? { documentId, locale: 'en' } : { documentId };
    });
  }

  async #create(row: Row, data: ResolvedFields['data']): Promise<string> {
    const { uid } = row.record.kind;
    const entry = await this.strapi.documents(uid).create({ data, ...this.#place(row) });
    return saved.parse(entry).documentId;
  }

  async #update(row: Row, documentId: string, data: ResolvedFields['data']): Promise<void> {
    const { uid } = row.record.kind;
    await this.strapi.documents(uid).update({ documentId, data, ...this.#place(row) });
  }

  #place(row: Row): { locale?: string; status?: 'published' } {
    const { options } = this.strapi.contentType(row.record.kind.uid);
    return {
      ...(this.#isLocalized(row.record.kind.uid) ? { locale: row.locale } : {}),
      ...(options?.draftAndPublish ? { status: 'published' } : {}),
    };
  }

  #isLocalized(uid: UID.ContentType): boolean {
    const plugin = z
      .object({ i18n: z.object({ localized: z.boolean() }).optional() })
      .safeParse(this.strapi.contentType(uid).pluginOptions);
    return plugin.data?.i18n?.localized === true;
  }
}

function holdsTarget(value: Fields[string] | undefined): boolean {
  if (value instanceof Target) return true;
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some((one: Fields[string]) => holdsTarget(one));
}
