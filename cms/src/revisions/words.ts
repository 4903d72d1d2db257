import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { LIST_LABELS } from '../admin/list-labels';
import type { Attribute } from '../documents/models';
import { titleAttribute } from '../publishing/published-entry';

const blockSchema: z.ZodType<{ text?: string; children?: Block[] }> = z.lazy(() =>
  z.object({ text: z.string().optional(), children: z.array(blockSchema).optional() }),
);
type Block = z.output<typeof blockSchema>;

function textOf({ text, children }: Block): string {
  return text ?? (children ?? []).map(textOf).join('');
}

function wordsOfAny(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function wordsOfList(value: unknown): string {
  const items = z.array(z.unknown()).parse(Array.isArray(value) ? value : [value]);
  return items
    .map(wordsOfAny)
    .map((item) => LIST_LABELS[item] ?? item)
    .join(', ');
}

function wordsOfBlocks(value: unknown): string {
  const blocks = z.array(blockSchema).safeParse(value);
  return blocks.success ? blocks.data.map(textOf).join('\n') : JSON.stringify(value);
}

/** A stored value as an editor would say it; empty when there is none. */
export function wordsOf({ type, customField }: Attribute, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (type === 'enumeration' || customField === 'global::choices') return wordsOfList(value);
  if (type === 'blocks') return wordsOfBlocks(value);
  if (type === 'datetime') return `${wordsOfAny(value).slice(0, 16).replace('T', ' ')} UTC`;
  return wordsOfAny(value);
}

const namedSchema = z.record(z.string(), z.unknown());

/** Names of the entries and files that revisions point at, each looked up once. */
export class Names {
  readonly #known = new Map<string, Promise<string>>();

  constructor(private readonly strapi: Core.Strapi) {}

  ofFile(id: number): Promise<string> {
    return this.#once(`file ${id}`, () => this.#find('plugin::upload.file', { id }, 'name'));
  }

  ofEntry(uid: string, documentId: string): Promise<string> {
    const where = { documentId };
    return this.#once(documentId, () => this.#find(uid, where, titleAttribute(uid)));
  }

  #once(key: string, find: () => Promise<string>): Promise<string> {
    const name = this.#known.get(key) ?? find();
    this.#known.set(key, name);
    return name;
  }

  async #find(uid: string, where: object, attribute: string): Promise<string> {
    const rows: unknown = await this.strapi.db.query(uid).findMany({ where });
    const found = z.array(namedSchema).parse(rows);
    const row = found.find(({ locale }) => locale === 'en') ?? found[0];
    const name = row?.[attribute];
    return typeof name === 'string' && name !== '' ? name : '(no longer there)';
  }
}
