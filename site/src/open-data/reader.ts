/** Fields whose value has to be looked up: relations, pictures and uploaded documents. */
import { z } from 'zod';
import { absoluteUrl, fileUrl } from '../urls.ts';
import { refPattern } from './fields.ts';
import type { Source } from './source.ts';

const ref = z.string().regex(refPattern);
const ids = z.array(z.string());

const image = z.object({ key: z.string() }).nullable();
const upload = z.object({ name: z.string() }).nullable();

export type Reader = ReturnType<typeof createReader>;

/** Targets that are not published are left out, as on the pages. */
export function createReader({ snapshot, site }: Source) {
  const refsOf = (targets: readonly string[]) =>
    targets.flatMap((target) => snapshot.refOf(target) ?? []);
  const pictureOf = (key: string): string | null => {
    const file = snapshot.picture(key)?.copies.at(-1)?.file;
    return file === undefined ? null : absoluteUrl(site, `/images/${file}`);
  };

  return {
    /** A relation to one record. `target` is the name of the list it is in. */
    one: (target: string, description: string) =>
      ids
        .transform((targets) => refsOf(targets)[0] ?? null)
        .pipe(ref.nullable())
        .describe(`${description} A ref in ${target}.json.`),

    /** A relation to several records, in the editors' order. */
    many: (target: string, description: string) =>
      ids.transform(refsOf).pipe(z.array(ref)).describe(`${description} Refs in ${target}.json.`),

    /** A relation to one record inside a component. */
    inner: (target: string, description: string) =>
      z
        .string()
        .nullable()
        .transform((id) => (id === null ? null : snapshot.refOf(id)))
        .pipe(ref.nullable())
        .describe(`${description} A ref in ${target}.json.`),

    /** The address of the largest copy of a picture. */
    picture: (description: string) =>
      image
        .transform((value) => (value === null ? null : pictureOf(value.key)))
        .pipe(z.url().nullable())
        .describe(description),

    /** The address of an uploaded document. */
    document: (description: string) =>
      upload
        .transform((value) => (value === null ? null : absoluteUrl(site, fileUrl(value.name))))
        .pipe(z.url().nullable())
        .describe(description),
  };
}
