import type { Model, Models } from '../models';
import { asRecord } from '../values';

/**
 * The relations of a document as documentIds in their order, mirroring its attributes: a relation
 * is a list (also to one), a component a tree, a repeatable component a list of trees. What is
 * empty is left out, except inside lists, where the place counts.
 */
export interface LinkTree {
  [attribute: string]: string[] | LinkTree | LinkTree[];
}

/** Which attributes of a model hold relations, down into its components. */
export interface LinkShape {
  /** Relation attribute → uid of its target. */
  relations: [name: string, target: string][];
  components: { name: string; uid: string; isList: boolean; shape: LinkShape }[];
}

/** Relations that are not content: who owns and made an entry, and Strapi's own. */
const PRIVATE = new Set(['owner', 'createdBy', 'updatedBy', 'localizations']);

export function readLinkShape(models: Models, model: Model): LinkShape {
  const shape: LinkShape = { relations: [], components: [] };
  for (const [name, attribute] of Object.entries(model.attributes)) {
    if (attribute.type === 'relation' && attribute.target && !PRIVATE.has(name)) {
      shape.relations.push([name, attribute.target]);
    }
    if (!attribute.component) continue;
    const inner = readLinkShape(models, models(attribute.component));
    if (isBare(inner)) continue;
    const isList = attribute.repeatable === true;
    shape.components.push({ name, uid: attribute.component, isList, shape: inner });
  }
  return shape;
}

/** Whether a model has no relations at all. */
function isBare({ relations, components }: LinkShape): boolean {
  return relations.length === 0 && components.length === 0;
}

/** The uids that links of this shape can lead to. */
export function linkTargets({ relations, components }: LinkShape): string[] {
  return [
    ...relations.map(([, target]) => target),
    ...components.flatMap(({ shape }) => linkTargets(shape)),
  ];
}

function readIds(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value];
  const ids = items.map((item) => asRecord(item)?.documentId);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/** Builds the tree from a row with its relations populated. */
export function buildLinkTree({ relations, components }: LinkShape, row: unknown): LinkTree {
  const values = asRecord(row) ?? {};
  const tree: LinkTree = {};
  for (const [name] of relations) {
    const ids = readIds(values[name]);
    if (ids.length > 0) tree[name] = ids;
  }
  for (const { name, isList, shape } of components) {
    const value = values[name];
    if (isList) {
      if (Array.isArray(value) && value.length > 0) {
        tree[name] = value.map((item) => buildLinkTree(shape, item));
      }
    } else if (asRecord(value)) tree[name] = buildLinkTree(shape, value);
  }
  return tree;
}

/** The tree without one document. */
export function withoutTarget(tree: LinkTree, documentId: string): LinkTree {
  const kept: LinkTree = {};
  for (const [name, value] of Object.entries(tree)) {
    if (!Array.isArray(value)) kept[name] = withoutTarget(value, documentId);
    else if (isIdList(value)) {
      const ids = value.filter((id) => id !== documentId);
      if (ids.length > 0) kept[name] = ids;
    } else kept[name] = value.map((item) => withoutTarget(item, documentId));
  }
  return kept;
}

export function isIdList(value: string[] | LinkTree[]): value is string[] {
  return typeof value[0] === 'string';
}
