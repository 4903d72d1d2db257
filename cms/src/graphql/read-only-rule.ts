import { GraphQLError, OperationTypeNode, type ValidationRule } from 'graphql';

const FORBIDDEN_ARGUMENTS = new Set(['status', 'publicationFilter', 'hasPublishedVersion']);

/** Refuses, with a sentence, everything but queries of what is published. */
export const readOnlyRule: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (node.operation === OperationTypeNode.QUERY) return;
    context.reportError(
      new GraphQLError(`Only queries are answered here, no ${node.operation}.`, { nodes: node }),
    );
  },
  Argument(node) {
    const name = node.name.value;
    if (!FORBIDDEN_ARGUMENTS.has(name)) return;
    const message = `The argument "${name}" is refused: GraphQL answers what is published and nothing else.`;
    context.reportError(new GraphQLError(message, { nodes: node }));
  },
});
