import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

export const ACCOUNT = 'plugin::users-permissions.user';
export const FILE = 'plugin::upload.file';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const fileSchema = z.object({ id: z.number(), url: z.string() });

interface Uploads {
  upload(given: object): Promise<unknown>;
}

/** A picture in the media library, as a member or as an editor stores one. */
export async function createFile(strapi: Core.Strapi, isMembers: boolean) {
  const random = randomBytes(16).toString('hex');
  const name = isMembers ? `member-${random}.png` : 'member-of-staff.png';
  const filepath = path.join(tmpdir(), `see-${random}.png`);
  writeFileSync(filepath, PNG);
  const uploads: Uploads = strapi.plugin('upload').service('upload');
  const files = { filepath, originalFilename: name, mimetype: 'image/png', size: PNG.length };
  const stored = await uploads.upload({ data: { fileInfo: {} }, files });
  rmSync(filepath, { force: true });
  const [file] = z.array(fileSchema).length(1).parse(stored);
  if (!file) throw new Error('Nothing was stored.');
  return file;
}

/** Where a file of the media library lies. */
export function pathOf(strapi: Core.Strapi, { url }: { url: string }): string {
  return path.join(strapi.dirs.static.public, url);
}

export async function findAccount(strapi: Core.Strapi, id: number) {
  const row: unknown = await strapi.db.query(ACCOUNT).findOne({ where: { id } });
  return z
    .looseObject({
      id: z.number(),
      documentId: z.string(),
      email: z.string(),
      language: z.string().nullable(),
      createdAt: z.coerce.date(),
    })
    .parse(row);
}

/** How many rows of a type fit; all of them without a condition. */
export const count = (strapi: Core.Strapi, uid: string, where: object = {}): Promise<number> =>
  strapi.db.query(uid).count({ where });

/** Every place of the database where a text stands, whatever its case, with what stands around it. */
export async function findEverywhere(strapi: Core.Strapi, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const uid of strapi.db.metadata.keys()) {
    const rows: unknown = await strapi.db.query(uid).findMany({});
    const all = JSON.stringify(rows).toLowerCase();
    for (const { index } of all.matchAll(new RegExp(text.toLowerCase(), 'g'))) {
      found.push(`${uid}: ${all.slice(Math.max(0, index - 40), index + 40)}`);
    }
  }
  return found;
}
