import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Documents written with this are checked against the CMS's contract when they are compiled. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    DateTime: string;
    Date: string;
    JSON: unknown;
    Long: number | string;
    I18NLocaleCode: string;
  };
}>();
