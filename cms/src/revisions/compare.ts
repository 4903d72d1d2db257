import type { Core } from '@strapi/strapi';
import { isIdList, type LinkTree } from '../documents/links/link-tree';
import { readModels, type Model, type Models } from '../documents/models';
import { asRecord } from '../documents/values';
import { COMPONENTS, TYPES } from '../editing/editing-models';
import { heldAttributes, type EntryData } from './entry-data';
import { Names, wordsOf } from './words';

interface Said {
  label: string;
  words: string;
}

/** One field that two revisions say differently. */
export interface FieldChange {
  /** Attributes and places in lists, joined with dots. */
  path: string;
  label: string;
  before: string;
  after: string;
}

function labelOf(uid: string, name: string): string {
  const model = [...TYPES, ...COMPONENTS].find((each) => each.uid === uid);
  return model?.texts[name]?.[0] ?? name;
}

function branchOf(tree: LinkTree, name: string, index: number | null): LinkTree {
  const branch = tree[name];
  if (branch === undefined) return {};
  if (!Array.isArray(branch)) return index === null ? branch : {};
  if (isIdList(branch)) return {};
  return branch[index ?? 0] ?? {};
}

/** Everything that an entry says, field by field. */
class Reading {
  readonly said = new Map<string, Said>();

  constructor(
    private readonly models: Models,
    private readonly names: Names,
  ) {}

  async read(model: Model, { values, links }: EntryData, path = '', before = ''): Promise<void> {
    for (const [name, attribute] of heldAttributes(model)) {
      const label = before + labelOf(model.uid, name);
      const value = values[name] ?? null;
      const at = path + name;
      if (attribute.type === 'media') await this.#sayFiles(at, label, value);
      else if (!attribute.component) this.said.set(at, { label, words: wordsOf(attribute, value) });
      else {
        const component = this.models(attribute.component);
        const items = Array.isArray(value) ? [...value.entries()] : [[null, value] as const];
        for (const [index, item] of items) {
          const part = { values: asRecord(item) ?? {}, links: branchOf(links, name, index) };
          const place = index === null ? '' : ` ${index + 1}`;
          const inner = index === null ? at : `${at}.${index}`;
          await this.read(component, part, `${inner}.`, `${label}${place} › `);
        }
      }
    }
    await this.#sayRelations(model, links, path, before);
  }

  async #sayFiles(path: string, label: string, value: unknown): Promise<void> {
    const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'number');
    const words = await Promise.all(ids.map((id) => this.names.ofFile(id)));
    this.said.set(path, { label, words: words.join(', ') });
  }

  async #sayRelations(model: Model, links: LinkTree, path: string, before: string): Promise<void> {
    for (const [name, { type, target }] of Object.entries(model.attributes)) {
      const ids = links[name];
      if (type !== 'relation' || !target || !Array.isArray(ids) || !isIdList(ids)) continue;
      const words = await Promise.all(ids.map((id) => this.names.ofEntry(target, id)));
      this.said.set(path + name, {
        label: before + labelOf(model.uid, name),
        words: words.join(', '),
      });
    }
  }
}

/** The fields that differ between two states of an entry, both in words. */
export async function compareEntries(
  strapi: Core.Strapi,
  uid: string,
  from: EntryData,
  to: EntryData,
): Promise<FieldChange[]> {
  const models = readModels(strapi);
  const names = new Names(strapi);
  const read = async (data: EntryData) => {
    const reading = new Reading(models, names);
    await reading.read(models(uid), data);
    return reading.said;
  };
  const [before, after] = [await read(from), await read(to)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    const change = { before: was?.words ?? '', after: is?.words ?? '' };
    if (change.before === change.after) return [];
    return [{ path, label: was?.label ?? is?.label ?? path, ...change }];
  });
}
