import { isLocalisedAttribute, type Model, type Models } from './models';
import { asRecord } from './values';

type Values = Record<string, unknown>;

/** Strapi's own of each row: they differ between languages of which all else is the same. */
const OF_THE_ROW = new Set(['documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt']);

/** The values of a row that are the same in all languages, as they may be written to another row. */
export function readSharedValues(models: Models, model: Model, row: Values): Values {
  const shared: Values = {};
  for (const [name, attribute] of Object.entries(model.attributes)) {
    // Links are written by the system alone, and read in English alone.
    if (isLocalisedAttribute(attribute) || name === 'links' || OF_THE_ROW.has(name)) continue;
    shared[name] = row[name] ?? null;
  }
  return withoutRelations(models, model, shared);
}

/** What is said in the row's own language: neither shared values nor relations. */
export function readTranslations(models: Models, model: Model, data: Values): Values {
  const own = Object.entries(data).filter(([name]) => {
    const attribute = model.attributes[name];
    return !attribute || isLocalisedAttribute(attribute);
  });
  return withoutRelations(models, model, Object.fromEntries(own));
}

/** The values without relations, at any depth, and without the row ids of components. */
function withoutRelations(models: Models, model: Model, data: Values): Values {
  const kept: Values = {};
  for (const [name, value] of Object.entries(data)) {
    const attribute = model.attributes[name];
    if (name === 'id' || attribute?.type === 'relation') continue;
    const component = attribute?.component ? models(attribute.component) : undefined;
    const strip = (item: unknown) => {
      const record = asRecord(item);
      if (!component || !record) return item;
      return withoutRelations(models, component, record);
    };
    kept[name] = component && Array.isArray(value) ? value.map(strip) : strip(value);
  }
  return kept;
}
