import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  isLeafType,
} from 'graphql';
import { orDrafts } from './drafts';
import type { Selected } from './selection';

const PUBLICATION_ARGUMENTS = new Set(['status', 'publicationFilter', 'hasPublishedVersion']);

function removeFields(type: GraphQLObjectType, isRemoved: (name: string) => boolean): void {
  const fields = type.getFields();
  for (const name of Object.keys(fields)) if (isRemoved(name)) Reflect.deleteProperty(fields, name);
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** What a query is to read of each entry; null for a query that answers none. */
export type Select = ((info: GraphQLResolveInfo) => Selected) | null;

const selecting =
  (resolve: Resolve, select: Select): Resolve =>
  (parent, args, context, info) =>
    resolve(parent, select ? { ...args, ...select(info) } : args, context, info);

function keepQueries(query: GraphQLObjectType, kept: ReadonlyMap<string, Select>): void {
  removeFields(query, (name) => !kept.has(name));
  for (const field of Object.values(query.getFields())) {
    field.args = field.args.filter(({ name }) => !PUBLICATION_ARGUMENTS.has(name));
    if (!field.resolve) continue;
    field.resolve = selecting(orDrafts(field.resolve), kept.get(field.name) ?? null);
  }
}

/** A nested list is whole: it has no arguments, so nothing can cut it, and no second form. */
function keepNestedListsWhole(type: GraphQLObjectType): void {
  removeFields(type, (name) => name.endsWith('_connection'));
  for (const field of Object.values(type.getFields())) field.args = [];
}

/** What the query has read already, and Strapi's resolver where it has not. */
const readOr =
  (resolve: Resolve): Resolve =>
  (parent, args, context, info) => {
    const known: unknown = defaultFieldResolver(parent, args, context, info);
    return known === undefined ? resolve(parent, args, context, info) : known;
  };

/**
 * Strapi wraps every field in its checks, also texts, numbers and components, for which none can be
 * configured: several promises for each of a million values. Who may read a type is asked at its
 * query, and at each relation, which stays as it is.
 */
function readValuesPlainly(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    const { name } = getNamedType(field.type);
    if (isLeafType(getNamedType(field.type))) keepResolver(field, defaultFieldResolver);
    else if (isComponent(name) && field.resolve) field.resolve = readOr(field.resolve);
  }
}

/** Apollo puts a hook of its own around every resolver that it can: values go without, for good. */
function keepResolver(field: GraphQLField<unknown, unknown>, resolve: Resolve): void {
  Object.defineProperty(field, 'resolve', { get: () => resolve, set: () => undefined });
}

const isComponent = (typeName: string) => typeName.startsWith('Component');

function isEntryOrComponent({ name }: GraphQLObjectType, entryNames: ReadonlySet<string>) {
  return entryNames.has(name) || isComponent(name);
}

/**
 * Narrows the schema that Strapi generates to queries of the published types.
 *
 * @param queries the query fields that stay, by name
 * @param entryNames names of the object types that are entries
 */
export function publishedSchema(
  schema: GraphQLSchema,
  queries: ReadonlyMap<string, Select>,
  entryNames: ReadonlySet<string>,
): GraphQLSchema {
  const query = schema.getQueryType();
  if (!query) throw new Error('Strapi built a GraphQL schema without queries.');
  keepQueries(query, queries);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLObjectType && isEntryOrComponent(type, entryNames)) {
      keepNestedListsWhole(type);
      readValuesPlainly(type);
    }
  }
  // Naming no types drops whatever no query reaches: accounts, inputs, mutations.
  return new GraphQLSchema({ ...schema.toConfig(), types: [], mutation: null, subscription: null });
}
