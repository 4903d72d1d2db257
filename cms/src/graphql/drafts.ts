import type { Core } from '@strapi/strapi';
import {
  execute,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { refuse } from '../documents/issues';
import { readOnlyRule } from './read-only-rule';

const MAX_TOKENS = 3000;

const schemaOf = new WeakMap<Core.Strapi, GraphQLSchema>();
const draftContexts = new WeakSet<object>();

/** Keeps the schema that GraphQL answers, for answers about drafts in the same shape. */
export function rememberSchema(strapi: Core.Strapi, schema: GraphQLSchema): GraphQLSchema {
  schemaOf.set(strapi, schema);
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** The resolver of a query, answering drafts to contexts of `queryDrafts` and to no other. */
export function orDrafts(resolve: Resolve): Resolve {
  return (parent, args, context, info) => {
    const isDraft = typeof context === 'object' && context !== null && draftContexts.has(context);
    return resolve(parent, isDraft ? { ...args, status: 'draft' } : args, context, info);
  };
}

function readQuery(schema: GraphQLSchema, query: string): DocumentNode {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    const mistakes = validate(schema, document, [...specifiedRules, readOnlyRule]);
    refuse(mistakes.map(({ message }) => ({ path: ['query'], message })));
    return document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    refuse([{ path: ['query'], message: error.message }]);
    throw error;
  }
}

/** Whoever calls has been let in already; no role stands behind the question. */
function draftContext(): object {
  const strategy = { name: 'drafts', verify: () => undefined };
  const context = { state: { auth: { strategy, credentials: null, ability: null } } };
  draftContexts.add(context);
  return context;
}

/**
 * Answers a query of the contract from drafts, in the very shape in which GraphQL answers it from
 * what is published. Types without drafts answer their only rows.
 */
export async function queryDrafts(
  strapi: Core.Strapi,
  query: string,
  variables: Record<string, unknown>,
): Promise<FormattedExecutionResult> {
  const schema = schemaOf.get(strapi);
  if (!schema) throw new Error('GraphQL has no schema yet: ask once the CMS has started.');
  const document = readQuery(schema, query);
  const contextValue = draftContext();
  const { data, errors } = await execute({
    schema,
    document,
    contextValue,
    variableValues: variables,
  });
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}),
  };
}
