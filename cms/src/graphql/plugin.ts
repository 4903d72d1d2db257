import type { Core, Struct } from '@strapi/strapi';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';

/** What the batching and the guard use of the context that Strapi gives its resolvers. */
export interface RequestContext {
  state: object;
}

interface Parent {
  id: number;
}

type Resolver = (
  parent: Parent,
  args: object,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => unknown;

export type ResolverMiddleware = (next: Resolver, ...rest: Parameters<Resolver>) => unknown;

interface ContentType {
  uid: string;
}

interface Services {
  extension: {
    shadowCRUD: (uid: string) => {
      disable: () => void;
      disableMutations: () => void;
      disableQueries: () => void;
      field: (name: string) => { disable: () => void };
    };
    use: (extension: { resolversConfig: Record<string, object> }) => void;
  };
  utils: {
    naming: {
      getTypeName: (contentType: ContentType) => string;
      getComponentName: (component: Struct.ComponentSchema) => string;
      getFindQueryName: (contentType: ContentType) => string;
      getFindOneQueryName: (contentType: ContentType) => string;
      getFindConnectionQueryName: (contentType: ContentType) => string;
    };
  };
  'content-api': { buildSchema: () => GraphQLSchema };
}

/** The services of Strapi's GraphQL plugin, which it ships without types. */
export function graphqlService<Name extends keyof Services>(
  strapi: Core.Strapi,
  name: Name,
): Services[Name] {
  const service: Services[Name] = strapi.plugin('graphql').service(name);
  return service;
}
