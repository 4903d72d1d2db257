/** Shapes that several types share, as the CMS answers them over GraphQL. */
import { z } from 'zod';
import { blocks } from '../cms/blocks.ts';

export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
export const required = z.string().trim().min(1);
export const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
/** Yes, no, or not known. */
export const maybe = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null);
export const day = z.iso
  .date()
  .nullish()
  .transform((value) => value ?? null);
export const choices = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);
export const choice = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
/** Whole euros; `biginteger` travels as text on some databases. */
export const money = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .transform((value) => value ?? null);

/** http(s) only; anything else an editor managed to store is no link. */
export const link = z
  .string()
  .nullish()
  .transform((value) => {
    if (!value || !URL.canParse(value)) return null;
    const { protocol } = new URL(value);
    return protocol === 'https:' || protocol === 'http:' ? value : null;
  });

export const body = blocks.nullish().transform((value) => value ?? []);

const source = z.object({ label: required, url: link, accessed: day });
export type Source = z.infer<typeof source>;
export const sources = z
  .array(source)
  .nullish()
  .transform((value) => value ?? []);

/** A picture as the CMS keeps it. What is shown is its prepared copy: `Snapshot.picture(key)`. */
export const image = z
  .object({ url: z.string(), hash: z.string(), updatedAt: z.string() })
  .nullish()
  .transform((value) =>
    value ? { url: value.url, key: `${value.hash}@${value.updatedAt}` } : null,
  );

/**
 * A document as the CMS keeps it. A release holds a copy under `/files/<name>`; another content has
 * another name. The CMS takes PDF only, so anything else is none of its documents.
 */
export const upload = z
  .object({
    url: z.string(),
    hash: z.string(),
    ext: z.string().nullish(),
    updatedAt: z.string(),
    size: number,
  })
  .nullish()
  .transform((value) =>
    value?.ext?.toLowerCase() === '.pdf'
      ? {
          url: value.url,
          name: `${value.hash}-${value.updatedAt}.pdf`.replace(/[^\w.-]/g, ''),
          kilobytes: value.size,
        }
      : null,
  );
export type Upload = NonNullable<z.infer<typeof upload>>;

/** Lines of a plain text: an editor's list without markup. */
export function lines(value: string | null): string[] {
  return (value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * The tree of relations as the CMS keeps it: attribute → document ids, component attribute → the
 * same again for each of its members.
 */
export type Links = { readonly [attribute: string]: readonly (string | Links)[] | Links };
const branch: z.ZodType<Links> = z.lazy(() =>
  z.record(z.string(), z.union([z.array(z.union([z.string(), branch])), branch])),
);
export const links = branch.nullish().transform((value) => value ?? {});

/** Array.isArray forgets what a readonly array holds. */
export function isList(value: Links[string] | undefined): value is readonly (string | Links)[] {
  return Array.isArray(value);
}

/** Document ids of a relation, in the editor's order. */
export function linksOf(tree: Links, attribute: string): string[] {
  const value = tree[attribute];
  return isList(value) ? value.filter((id) => typeof id === 'string') : [];
}

/** Document id of a to-one relation, or null. */
export function linkOf(tree: Links, attribute: string): string | null {
  return linksOf(tree, attribute)[0] ?? null;
}

/** The relation tree of the nth member of a repeatable component. */
export function linksAt(tree: Links, component: string, index: number): Links {
  const value = tree[component];
  const member = isList(value) ? value[index] : undefined;
  return member === undefined || typeof member === 'string' ? {} : member;
}
