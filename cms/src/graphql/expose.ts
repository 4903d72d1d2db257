import type { Core, Struct } from '@strapi/strapi';
import { PUBLISHED_TYPES } from '../access/published-types';
import { batched } from './batching';
import { rememberSchema } from './drafts';
import { graphqlService } from './plugin';
import { publishedSchema, type Select } from './published-schema';
import { selectedOf } from './selection';

const FILE = 'plugin::upload.file';
const ASSOCIATIONS = new Set(['component', 'media', 'relation']);

type Model = Struct.ContentTypeSchema | Struct.ComponentSchema;

function batchingOf(strapi: Core.Strapi, model: Model, typeName: string): [string, object][] {
  const associations = Object.entries(model.attributes).filter(
    ([name, attribute]) => ASSOCIATIONS.has(attribute.type) && name !== 'localizations',
  );
  return associations.map(([name, attribute]) => [
    `${typeName}.${name}`,
    { middlewares: [batched(strapi, model.uid, name, attribute)] },
  ]);
}

function hideAllButPublishedTypes(strapi: Core.Strapi): void {
  const { shadowCRUD } = graphqlService(strapi, 'extension');
  for (const uid of Object.keys(strapi.contentTypes)) shadowCRUD(uid).disableMutations();
  for (const uid of PUBLISHED_TYPES) shadowCRUD(uid).field('localizations').disable();
  shadowCRUD(FILE).disableQueries();
  shadowCRUD(FILE).field('related').disable();
}

/** Shapes GraphQL: queries of the published types alone, each association read in one go. */
export function exposePublishedContent(strapi: Core.Strapi): void {
  const { naming } = graphqlService(strapi, 'utils');
  const contentTypes = PUBLISHED_TYPES.map((uid) => strapi.contentType(uid));
  const components: Struct.ComponentSchema[] = Object.values({ ...strapi.components });
  hideAllButPublishedTypes(strapi);

  const extension = graphqlService(strapi, 'extension');
  extension.use({
    resolversConfig: Object.fromEntries([
      ...contentTypes.flatMap((type) => batchingOf(strapi, type, naming.getTypeName(type))),
      ...components.flatMap((part) => batchingOf(strapi, part, naming.getComponentName(part))),
    ]),
  });

  const contentApi = graphqlService(strapi, 'content-api');
  const { buildSchema } = contentApi;
  const queries = contentTypes.flatMap((type): [string, Select][] => {
    const select: Select = (info) => selectedOf(strapi, type, info);
    return [
      [naming.getFindQueryName(type), select],
      [naming.getFindOneQueryName(type), select],
      [naming.getFindConnectionQueryName(type), null],
    ];
  });
  const names = [...contentTypes, strapi.contentType(FILE)].map((type) => naming.getTypeName(type));
  contentApi.buildSchema = () =>
    rememberSchema(strapi, publishedSchema(buildSchema(), new Map(queries), new Set(names)));
}
