import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

export const CITY = 'api::city.city';
export const CHALLENGE = 'api::challenge.challenge';
export const GLOSSARY = 'api::glossary-term.glossary-term';
export const METHODOLOGY = 'api::methodology.methodology';
export const NETWORK = 'api::network.network';
export const NOTICE = 'api::notice.notice';
export const ORGANISATION = 'api::organisation.organisation';
export const PRACTICE = 'api::practice.practice';
export const PROJECT = 'api::project.project';
export const RESOURCE = 'api::resource.resource';
export const STRATEGY = 'api::strategy.strategy';

const entrySchema = z.looseObject({ documentId: z.string() });
type Entry = z.infer<typeof entrySchema>;

type Params = Record<string, unknown>;

interface Documents {
  create(params: Params): Promise<Entry>;
  update(params: Params): Promise<Entry>;
  findOne(params: Params): Promise<Entry | null>;
  publish(documentId: string, params?: Params): Promise<unknown>;
  unpublish(documentId: string, params?: Params): Promise<unknown>;
  discardDraft(documentId: string, params?: Params): Promise<unknown>;
  clone(documentId: string, params?: Params): Promise<Entry>;
  delete(documentId: string, params?: Params): Promise<unknown>;
}

type AnyUid = Parameters<Core.Strapi['documents']>[0];

/** The documents service with plain params: the tests write bad ones on purpose. */
export function documents(strapi: Core.Strapi, uid: AnyUid): Documents {
  const call = (action: string, params: Params): Promise<unknown> => {
    const service: Record<string, unknown> = { ...strapi.documents(uid) };
    const method = service[action];
    if (typeof method !== 'function') throw new Error(`${uid} has no action "${action}".`);
    return Promise.resolve<unknown>(Reflect.apply(method, undefined, [params]));
  };
  return {
    create: async (params) => entrySchema.parse(await call('create', params)),
    update: async (params) => entrySchema.parse(await call('update', params)),
    findOne: async (params) => entrySchema.nullable().parse(await call('findOne', params)),
    publish: (documentId, params) => call('publish', { documentId, ...params }),
    unpublish: (documentId, params) => call('unpublish', { documentId, ...params }),
    discardDraft: (documentId, params) => call('discardDraft', { documentId, ...params }),
    clone: async (documentId, params) =>
      entrySchema.parse(await call('clone', { documentId, data: {}, ...params })),
    delete: (documentId, params) => call('delete', { documentId, ...params }),
  };
}

const detailsSchema = z.object({
  errors: z.array(
    z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }),
  ),
});

/** The paths a write was refused for, joined with dots; fails when it was not refused properly. */
export async function refusedPaths(write: Promise<unknown>): Promise<string[]> {
  const outcome = await write.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof errors.ValidationError)) {
    throw new Error('The write was not refused with a ValidationError.', { cause: outcome });
  }
  const details = detailsSchema.parse(outcome.details);
  return details.errors.map(({ path }) => path.join('.'));
}

let counter = 0;

/** A complete city; every call gives another name. */
export function cityData(over: Params = {}): Params {
  counter += 1;
  return {
    name: `City ${counter}`,
    localName: 'Πόλη',
    kind: 'municipality',
    country: 'GR',
    summary: 'A city.',
    ...over,
  };
}
