import type { Core, Struct } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { z } from 'zod';
import type { RequestContext, ResolverMiddleware } from './plugin';

type Attribute = Struct.SchemaAttributes[string];
type Loader = DataLoader<number, unknown>;

const MAX_PARENTS_PER_QUERY = 1000;
const FILE = 'plugin::upload.file';

const rowsSchema = z.array(z.looseObject({ id: z.number() }));

/** What is used of the service of files, which has no types. */
interface FileService {
  signFileUrls(file: unknown): Promise<unknown>;
}

/** One loader per association and request: what is read for one answer is not kept for the next. */
const loadersOfRequest = new WeakMap<object, Map<string, Loader>>();

function loaderFor(context: RequestContext, key: string, create: () => Loader): Loader {
  const loaders = loadersOfRequest.get(context) ?? new Map<string, Loader>();
  loadersOfRequest.set(context, loaders);
  const loader = loaders.get(key) ?? create();
  loaders.set(key, loader);
  return loader;
}

/** As Strapi's own resolver: of a type with drafts, only the published row of a target is shown. */
function rowsToShow(strapi: Core.Strapi, attribute: Attribute): object {
  if (attribute.type !== 'relation' || !('target' in attribute)) return {};
  const target: Struct.ContentTypeSchema = strapi.contentType(attribute.target);
  return target.options?.draftAndPublish ? { where: { publishedAt: { $notNull: true } } } : {};
}

/** Two SQL statements, whatever the number of parents: their ids, then all that belongs to them. */
async function loadAll(
  strapi: Core.Strapi,
  uid: string,
  name: string,
  attribute: Attribute,
  ids: readonly number[],
): Promise<unknown[]> {
  const rows: unknown = await strapi.db.query(uid).findMany({
    select: ['id'],
    where: { id: { $in: [...ids] } },
    populate: { [name]: rowsToShow(strapi, attribute) },
  });
  const valueOf = new Map(rowsSchema.parse(rows).map((row) => [row.id, row[name]]));
  return ids.map((id) => valueOf.get(id) ?? null);
}

/** Strapi signs the addresses of files that lie in a private store; others stay as they are. */
async function signed(strapi: Core.Strapi, value: unknown): Promise<unknown> {
  const files: FileService = strapi.plugin('upload').service('file');
  if (Array.isArray(value)) return Promise.all(value.map((file) => files.signFileUrls(file)));
  return value ? files.signFileUrls(value) : value;
}

/**
 * Answers a component, a media field or a relation for all parents of an answer at once.
 * It stands in for Strapi's resolver only; the permission check around that one stays.
 */
export function batched(
  strapi: Core.Strapi,
  uid: string,
  name: string,
  attribute: Attribute,
): ResolverMiddleware {
  const isMedia =
    attribute.type === 'media' || ('target' in attribute && attribute.target === FILE);
  return async (_next, parent, _args, context) => {
    const loader = loaderFor(context, `${uid}.${name}`, () => {
      const load = (ids: readonly number[]) => loadAll(strapi, uid, name, attribute, ids);
      return new DataLoader(load, { maxBatchSize: MAX_PARENTS_PER_QUERY });
    });
    const value = await loader.load(parent.id);
    return isMedia ? signed(strapi, value) : value;
  };
}
