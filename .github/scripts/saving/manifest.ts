import { z } from 'zod';

export const manifestName = 'manifest.json';
export const format = 1;

const countsSchema = z.record(
  z.string(),
  z.object({
    rows: z.int(),
    /** Entries, however many drafts and languages each has. */
    documents: z.int().optional(),
  }),
);

const filesSchema = z.record(z.string(), z.object({ bytes: z.int(), sha256: z.string() }));

export const formatSchema = z.object({ format: z.int() });

export const manifestSchema = formatSchema.extend({
  madeAt: z.iso.datetime(),
  versions: z.object({ node: z.string(), strapi: z.string() }),
  database: z.enum(['sqlite', 'postgres']),
  /** What the database holds, by table; each content type has one. */
  counts: countsSchema,
  /** Every other file of the archive by its path. */
  files: filesSchema,
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Counts = z.infer<typeof countsSchema>;
export type Files = z.infer<typeof filesSchema>;

/** What a backup holds, in a sentence for whoever runs the command. */
export function describe({ counts, files }: Pick<Manifest, 'counts' | 'files'>): string {
  const tables = Object.values(counts);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const uploads = Object.keys(files).filter((name) => name.startsWith('uploads/')).length;
  return `${rows} rows in ${tables.length} tables, ${uploads} uploaded files`;
}
