import type { Core } from '@strapi/strapi';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { refuse } from './issues';
import { isLocalisedAttribute, type Model, type Models } from './models';
import { asRecord } from './values';
import { ENGLISH, touchesEnglish, type Rule, type Write } from './write';

const entrySchema = z.looseObject({ documentId: z.string(), locale: z.string() });
type Row = z.infer<typeof entrySchema>;

/** Attributes that have one value for all languages, but those only the system writes. */
function sharedAttributes(model: Model): string[] {
  return Object.entries(model.attributes)
    .filter(([name, attribute]) => !isLocalisedAttribute(attribute) && name !== 'links')
    .map(([name]) => name);
}

/** The value without row ids, and without relations inside components: they are read in English only. */
function stripRelations(models: Models, model: Model, data: Record<string, unknown>) {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    const attribute = model.attributes[name];
    if (name === 'id' || attribute?.type === 'relation') continue;
    const component = attribute?.component ? models(attribute.component) : undefined;
    const strip = (item: unknown) => {
      const record = asRecord(item);
      return component && record ? stripRelations(models, component, record) : item;
    };
    kept[name] = component && Array.isArray(value) ? value.map(strip) : strip(value);
  }
  return kept;
}

/**
 * In a localised type every value that is not a translation comes from the English row, whatever
 * language is saved or published. Strapi copies such values from the language saved last, and
 * from published rows into drafts.
 */
export function keepEnglishValues(strapi: Core.Strapi, models: Models): Rule {
  const i18n = strapi.plugin('i18n');

  async function readRows(model: Model, documentId: string, isPublished: boolean): Promise<Row[]> {
    const populate: unknown = i18n
      .service('content-types')
      .getNestedPopulateOfNonLocalizedAttributes(model.uid);
    const publishedAt = { [isPublished ? '$notNull' : '$null']: true };
    const rows = await strapi.db.query(model.uid).findMany({
      where: { documentId, ...(model.hasDrafts ? { publishedAt } : {}) },
      populate: z.array(z.string()).parse(populate),
    });
    return z.array(entrySchema).parse(rows);
  }

  function shared(model: Model, row: Row): Record<string, unknown> {
    const names = sharedAttributes(model);
    const values = Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
    return stripRelations(models, model, values);
  }

  async function align(model: Model, rows: Row[], english: Row): Promise<void> {
    const wanted = shared(model, english);
    if (rows.every((row) => isDeepStrictEqual(shared(model, row), wanted))) return;
    const schema = Object.values(strapi.contentTypes).find(({ uid }) => uid === model.uid);
    // An English row that was overwritten is another row to bring back: no locale is left out.
    const source = rows.includes(english) ? english : { ...english, locale: 'none' };
    await i18n.service('localizations').syncNonLocalizedAttributes(source, schema);
  }

  /** Leaves what is said in the other language; a new row gets its other values explicitly. */
  function keepTranslations({ model, data }: Write, english: Row, isNew: boolean): void {
    for (const [name, attribute] of Object.entries(model.attributes)) {
      if (!isLocalisedAttribute(attribute) || attribute.type === 'relation') delete data[name];
    }
    Object.assign(data, stripRelations(models, model, data));
    if (!isNew) return;
    // Strapi would take components from English with relations to rows that may not exist.
    for (const [name, value] of Object.entries(shared(model, english))) {
      if (model.attributes[name]?.component) data[name] = value;
    }
  }

  return async (write) => {
    const { model, action } = write;
    if (!model.isLocalised || action === 'clone') return;
    const known = action === 'create' ? write.data.documentId : write.documentId;
    const documentId = typeof known === 'string' ? known : undefined;
    if (action === 'create' && touchesEnglish(write)) return;
    const isSave = action === 'create' || action === 'update';
    if (!isSave && action !== 'publish' && action !== 'discardDraft') return;
    const versions = model.hasDrafts ? [false, true] : [true];
    const before: (Row | undefined)[] = [];
    if (!touchesEnglish(write)) {
      for (const isPublished of versions) {
        const rows = documentId ? await readRows(model, documentId, isPublished) : [];
        const english = rows.find(({ locale }) => locale === ENGLISH);
        before.push(english);
        if (isPublished !== versions[0]) continue;
        if (!english) refuse([{ path: ['locale'], message: 'Save the English text first.' }]);
        else if (isSave)
          keepTranslations(
            write,
            english,
            rows.every(({ locale }) => locale !== write.locale),
          );
      }
    }
    if (!documentId) return;
    return async () => {
      for (const [index, isPublished] of versions.entries()) {
        const rows = await readRows(model, documentId, isPublished);
        const english = before[index] ?? rows.find(({ locale }) => locale === ENGLISH);
        if (english && rows.length > 1) await align(model, rows, english);
      }
    };
  };
}
