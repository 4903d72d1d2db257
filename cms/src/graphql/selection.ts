import type { Core, Struct } from '@strapi/strapi';
import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Model = Struct.ContentTypeSchema | Struct.ComponentSchema;

/** Components to read along with an entry: their own ones within. */
interface Populate {
  [component: string]: true | { populate: Populate };
}

/** What a query is to read of each entry, in the words of Strapi's document service. */
export interface Selected {
  fields: string[];
  populate: Populate;
}

function* fieldsOf(
  { selections }: SelectionSetNode,
  fragments: GraphQLResolveInfo['fragments'],
): Generator<FieldNode> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      yield* fieldsOf(selection.selectionSet, fragments);
    else {
      const fragment = fragments[selection.name.value];
      if (fragment) yield* fieldsOf(fragment.selectionSet, fragments);
    }
  }
}

function componentsOf(
  strapi: Core.Strapi,
  model: Model,
  nodes: readonly FieldNode[],
  fragments: GraphQLResolveInfo['fragments'],
): Populate {
  const populate: Populate = {};
  for (const { name, selectionSet } of nodes) {
    const attribute = model.attributes[name.value];
    if (attribute?.type !== 'component' || !('component' in attribute) || !selectionSet) continue;
    const part: Struct.ComponentSchema = strapi.components[attribute.component];
    const within = componentsOf(strapi, part, [...fieldsOf(selectionSet, fragments)], fragments);
    populate[name.value] = Object.keys(within).length > 0 ? { populate: within } : true;
  }
  return populate;
}

const ASSOCIATIONS = new Set(['component', 'dynamiczone', 'media', 'relation']);

/**
 * The columns and components that a query asks for: read with the entries themselves, they cost one
 * statement each and no promise for each entry. Relations and files are left to their batches.
 */
export function selectedOf(
  strapi: Core.Strapi,
  model: Struct.ContentTypeSchema,
  { fieldNodes, fragments }: GraphQLResolveInfo,
): Selected {
  const nodes = fieldNodes.flatMap(({ selectionSet }) =>
    selectionSet ? [...fieldsOf(selectionSet, fragments)] : [],
  );
  const names = nodes.map(({ name }) => name.value);
  const isColumn = (name: string) => {
    const attribute = model.attributes[name];
    return attribute !== undefined && !ASSOCIATIONS.has(attribute.type);
  };
  return {
    fields: ['documentId', ...new Set(names.filter(isColumn))],
    populate: componentsOf(strapi, model, nodes, fragments),
  };
}
