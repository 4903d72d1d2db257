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
import { MEMBER_FILE } from './unused-files';

const MOST_BYTES = 10 * 1024 * 1024;

const storedSchema = z.tuple([z.object({ id: z.number(), documentId: z.string() })]);

interface Given {
  filepath: string;
  originalFilename: string;
  mimetype: string;
  size: number;
}
interface Uploads {
  upload: (sent: { data: { fileInfo: object }; files: Given }) => Promise<unknown>;
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
    const name = `${MEMBER_FILE}${randomBytes(16).toString('hex')}${extensions[0] ?? ''}`;
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
