import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { beginsAs } from '../access/upload-bytes';
import { KINDS, type FileKind } from '../access/upload-kinds';
import { UnsupportedTypeError } from '../requests/unsupported-type-error';
import { checkPdf } from './check-pdf';
import { cleanPicture } from './clean-picture';

const FILE = 'plugin::upload.file';
const MOST_BYTES = 10 * 1024 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Begins the names of what members send, and of nothing else. */
const NAME = 'member-';

const storedSchema = z.tuple([z.object({ id: z.number(), documentId: z.string() })]);
const rowSchema = z.looseObject({ id: z.number(), related: z.array(z.unknown()).nullish() });

interface Given {
  filepath: string;
  originalFilename: string;
  mimetype: string;
  size: number;
}
interface Uploads {
  upload: (sent: { data: { fileInfo: object }; files: Given }) => Promise<unknown>;
  remove: (file: unknown) => Promise<unknown>;
}

const uploadsOf = (strapi: Core.Strapi): Uploads => strapi.plugin('upload').service('upload');

function kindOf(bytes: Buffer, isPicture: boolean): FileKind {
  const kinds = KINDS.filter((kind) => kind.isPicture === isPicture);
  const kind = kinds.find(({ begins }) => beginsAs(bytes, begins));
  if (kind) return kind;
  const wanted = kinds.map(({ extensions }) => extensions[0]?.slice(1).toUpperCase()).join(', ');
  throw new UnsupportedTypeError(`This file is of another kind: send ${wanted}.`);
}

function refuseTooLarge(size: number): void {
  if (size <= MOST_BYTES) return;
  const message = `This file has ${(size / 1024 / 1024).toFixed(1)} MB; 10 MB fit.`;
  throw new errors.PayloadTooLargeError(message, { errors: [{ path: ['file'], message }] });
}

/**
 * Stores what a member sent under a name that says nothing of it.
 *
 * @returns its row, and the id by which members know it
 * @throws PayloadTooLargeError (413), UnsupportedTypeError (415), ValidationError (400)
 */
export async function storeFile(strapi: Core.Strapi, sent: string, isPicture: boolean) {
  refuseTooLarge((await stat(sent)).size);
  const bytes = await readFile(sent);
  const { extensions, mime } = kindOf(bytes, isPicture);
  if (!isPicture) await checkPdf(bytes);
  const clean = isPicture ? await cleanPicture(bytes) : bytes;
  refuseTooLarge(clean.length);
  const folder = await mkdtemp(path.join(tmpdir(), 'see-upload-'));
  try {
    const name = `${NAME}${randomBytes(16).toString('hex')}${extensions[0] ?? ''}`;
    const filepath = path.join(folder, name);
    await writeFile(filepath, clean);
    const files = { filepath, originalFilename: name, mimetype: mime, size: clean.length };
    const [stored] = storedSchema.parse(
      await uploadsOf(strapi).upload({ data: { fileInfo: {} }, files }),
    );
    return stored;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes those of these files that no version of any entry shows. */
export async function removeUnused(strapi: Core.Strapi, ids: Iterable<number>): Promise<void> {
  for (const id of ids) {
    const row: unknown = await strapi.db
      .query(FILE)
      .findOne({ where: { id, name: { $startsWith: NAME } }, populate: ['related'] });
    const file = rowSchema.nullable().parse(row);
    if (file && (file.related ?? []).length === 0) await uploadsOf(strapi).remove(file);
  }
}

/** Removes what members sent and nothing shows any more, once it had a day to be shown. */
export async function removeForgotten(strapi: Core.Strapi): Promise<void> {
  const rows: unknown = await strapi.db.query(FILE).findMany({
    select: ['id'],
    where: { name: { $startsWith: NAME }, createdAt: { $lt: new Date(Date.now() - DAY_MS) } },
  });
  await removeUnused(
    strapi,
    z
      .array(z.object({ id: z.number() }))
      .parse(rows)
      .map(({ id }) => id),
  );
}
