import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { EditingModel } from './editing-model';
import { COMPONENTS, TYPES } from './editing-models';
import { syncLocales } from './locales';

const ROW_WIDTH = 12;

const part = z.record(z.string(), z.unknown());
const configurationSchema = z.object({
  settings: part,
  metadatas: z.record(z.string(), z.object({ edit: part, list: part })),
});

type Configuration = z.output<typeof configurationSchema>;

/** Puts labels, hints and the order of fields as this folder has them; writes only what differs. */
export async function syncEditing(strapi: Core.Strapi): Promise<void> {
  await syncLocales(strapi);
  await syncModels(strapi, TYPES, 'content-types');
  await syncModels(strapi, COMPONENTS, 'components');
}

/** What is used of the content manager's services, which have no types. */
interface Configurations {
  findConfiguration(model: { uid: string }): Promise<unknown>;
  updateConfiguration(model: { uid: string }, configuration: object): Promise<unknown>;
}

async function syncModels(
  strapi: Core.Strapi,
  models: readonly EditingModel[],
  serviceName: 'content-types' | 'components',
): Promise<void> {
  const service: Configurations = strapi.plugin('content-manager').service(serviceName);
  for (const model of models) {
    const now = configurationSchema.parse(await service.findConfiguration({ uid: model.uid }));
    await service.updateConfiguration({ uid: model.uid }, configure(strapi, model, now));
  }
}

function configure(strapi: Core.Strapi, model: EditingModel, now: Configuration) {
  const sortBy = model.texts.ref ? 'ref' : model.mainField;
  const metadatas = Object.entries(now.metadatas).map(
    ([field, metadata]) => [field, describeField(strapi, model, field, metadata)] as const,
  );
  return {
    settings: { ...now.settings, mainField: model.mainField, defaultSortBy: sortBy, pageSize: 50 },
    metadatas: Object.fromEntries(metadatas),
    layouts: {
      list: model.columns ?? [model.mainField],
      edit: model.rows.map((row) =>
        row.map((name) => ({ name, size: Math.floor(ROW_WIDTH / row.length) })),
      ),
    },
  };
}

function describeField(
  strapi: Core.Strapi,
  model: EditingModel,
  field: string,
  metadata: Configuration['metadatas'][string],
) {
  const text = model.texts[field];
  if (!text) return metadata;
  const [label, hint = ''] = text;
  const { target, pluginOptions } = attributeOf(strapi, model.uid, field);
  const mainField = TYPES.find((type) => type.uid === target)?.mainField;
  return {
    edit: {
      ...metadata.edit,
      label,
      description: pluginOptions.see.requiredInEnglish
        ? `${hint} Needed in English to publish.`.trim()
        : hint,
      editable: !model.readOnly?.includes(field),
      ...(mainField ? { mainField } : {}),
    },
    list: { ...metadata.list, label },
  };
}

const attributeSchema = z.looseObject({
  target: z.string().optional(),
  pluginOptions: z
    .looseObject({
      see: z.looseObject({ requiredInEnglish: z.boolean().default(false) }).prefault({}),
    })
    .prefault({}),
});

const schema = z.object({ attributes: z.record(z.string(), z.unknown()) });

function attributeOf(strapi: Core.Strapi, uid: string, field: string) {
  const schemas: Record<string, unknown> = { ...strapi.contentTypes, ...strapi.components };
  return attributeSchema.parse(schema.parse(schemas[uid]).attributes[field] ?? {});
}
