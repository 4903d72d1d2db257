import { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { orDrafts } from './drafts';

const PUBLICATION_ARGUMENTS = new Set(['status', 'publicationFilter', 'hasPublishedVersion']);

function removeFields(type: GraphQLObjectType, isRemoved: (name: string) => boolean): void {
  const fields = type.getFields();
  for (const name of Object.keys(fields)) if (isRemoved(name)) Reflect.deleteProperty(fields, name);
}

function keepQueries(query: GraphQLObjectType, kept: ReadonlySet<string>): void {
  removeFields(query, (name) => !kept.has(name));
  for (const field of Object.values(query.getFields())) {
    field.args = field.args.filter(({ name }) => !PUBLICATION_ARGUMENTS.has(name));
    if (field.resolve) field.resolve = orDrafts(field.resolve);
  }
}

/** A nested list is whole: it has no arguments, so nothing can cut it, and no second form. */
function keepNestedListsWhole(type: GraphQLObjectType): void {
  removeFields(type, (name) => name.endsWith('_connection'));
  for (const field of Object.values(type.getFields())) field.args = [];
}

function isEntryOrComponent({ name }: GraphQLObjectType, entryNames: ReadonlySet<string>) {
  return entryNames.has(name) || name.startsWith('Component');
}

/**
 * Narrows the schema that Strapi generates to queries of the published types.
 *
 * @param queries names of the query fields that stay
 * @param entryNames names of the object types that are entries
 */
export function publishedSchema(
  schema: GraphQLSchema,
  queries: ReadonlySet<string>,
  entryNames: ReadonlySet<string>,
): GraphQLSchema {
  const query = schema.getQueryType();
  if (!query) throw new Error('Strapi built a GraphQL schema without queries.');
  keepQueries(query, queries);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLObjectType && isEntryOrComponent(type, entryNames)) {
      keepNestedListsWhole(type);
    }
  }
  // Naming no types drops whatever no query reaches: accounts, inputs, mutations.
  return new GraphQLSchema({ ...schema.toConfig(), types: [], mutation: null, subscription: null });
}
