import type { Core } from '@strapi/strapi';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { refuse } from './issues';
import { buildLinkTree, readLinkShape } from './links/link-tree';
import type { Model, Models } from './models';
import { readSharedValues, readTranslations } from './shared-values';
import { ENGLISH, touchesEnglish, type Rule, type Write } from './write';

const rowsSchema = z.array(z.looseObject({ documentId: z.string(), locale: z.string() }));
type Row = z.infer<typeof rowsSchema>[number];
type Version = 'draft' | 'published';

/** What is used of the i18n plugin's services, which have no types. */
interface ContentTypes {
  getNestedPopulateOfNonLocalizedAttributes(uid: string): string[];
}
interface Localizations {
  syncNonLocalizedAttributes(source: Row, schema: unknown): Promise<void>;
}

const SYNCED = new Set<Write['action']>(['create', 'update', 'publish', 'discardDraft']);

/**
 * In a localised type every value that is not a translation comes from the English row, whatever
 * language is saved or published. Strapi copies such values from the language saved last, and
 * from published rows into drafts.
 */
export function keepEnglishValues(strapi: Core.Strapi, models: Models): Rule {
  async function readRows(model: Model, documentId: string, version: Version): Promise<Row[]> {
    const contentTypes: ContentTypes = strapi.plugin('i18n').service('content-types');
    const publishedAt = { [version === 'draft' ? '$null' : '$notNull']: true };
    const rows: unknown = await strapi.db.query(model.uid).findMany({
      where: { documentId, ...(model.hasDrafts ? { publishedAt } : {}) },
      populate: contentTypes.getNestedPopulateOfNonLocalizedAttributes(model.uid),
    });
    return rowsSchema.parse(rows);
  }

  async function align(model: Model, rows: Row[], english: Row): Promise<void> {
    const shared = (row: Row) => readSharedValues(models, model, row);
    const wanted = shared(english);
    // Components that Strapi copied into English from another language have lost their relations.
    const shape = readLinkShape(models, model);
    const now = buildLinkTree(
      shape,
      rows.find(({ locale }) => locale === ENGLISH),
    );
    const isWhole = isDeepStrictEqual(now, buildLinkTree(shape, english));
    if (isWhole && rows.every((row) => isDeepStrictEqual(shared(row), wanted))) return;
    const schema: unknown = Object.values(strapi.contentTypes).find(({ uid }) => uid === model.uid);
    // An English row that was overwritten is another row to bring back: no locale is left out.
    const source = rows.includes(english) ? english : { ...english, locale: 'none' };
    const localizations: Localizations = strapi.plugin('i18n').service('localizations');
    await localizations.syncNonLocalizedAttributes(source, schema);
  }

  /** Leaves what is said in the other language; a new row gets its components explicitly. */
  function keepTranslations(write: Write, rows: Row[], english: Row): void {
    const { model, locale } = write;
    const data = readTranslations(models, model, write.data);
    write.data = data;
    if (rows.some((row) => row.locale === locale)) return;
    // Strapi would take components from English with relations to rows that may not exist.
    for (const [name, value] of Object.entries(readSharedValues(models, model, english))) {
      if (model.attributes[name]?.component) data[name] = value;
    }
  }

  /** The English rows as they are before a write to another language. */
  async function readEnglish(write: Write, versions: Version[], documentId: string | undefined) {
    const english = new Map<Version, Row>();
    for (const [index, version] of versions.entries()) {
      const rows = documentId ? await readRows(write.model, documentId, version) : [];
      const row = rows.find(({ locale }) => locale === ENGLISH);
      if (row) english.set(version, row);
      if (index > 0) continue;
      if (!row) refuse([{ path: ['locale'], message: 'Save the English text first.' }]);
      else if (write.action === 'create' || write.action === 'update') {
        keepTranslations(write, rows, row);
      }
    }
    return english;
  }

  return async (write) => {
    const { model, action } = write;
    if (!model.isLocalised || !SYNCED.has(action)) return;
    const versions: Version[] = model.hasDrafts ? ['draft', 'published'] : ['published'];
    const known = action === 'create' ? write.data.documentId : write.documentId;
    const documentId = typeof known === 'string' ? known : undefined;
    const before = touchesEnglish(write)
      ? new Map<Version, Row>()
      : await readEnglish(write, versions, documentId);
    if (!documentId) return;
    return async () => {
      for (const version of versions) {
        const rows = await readRows(model, documentId, version);
        const english = before.get(version) ?? rows.find(({ locale }) => locale === ENGLISH);
        if (english && rows.length > 1) await align(model, rows, english);
      }
    };
  };
}
