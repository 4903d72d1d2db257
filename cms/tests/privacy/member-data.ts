import { renameSync, writeFileSync } from 'node:fs';
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

const fileSchema = z.object({ id: z.number(), url: z.string(), hash: z.string(), ext: z.string() });

interface Uploads {
  upload(given: object): Promise<unknown>;
}

/** A picture in the media library; one of a member is stored under a name of its own kind. */
export async function createFile(strapi: Core.Strapi, isMembers: boolean) {
  const filepath = path.join(tmpdir(), `see-picture-${process.pid}-${Math.random()}.png`);
  writeFileSync(filepath, PNG);
  const uploads: Uploads = strapi.plugin('upload').service('upload');
  const stored = await uploads.upload({
    data: { fileInfo: { name: 'member-square.png' } },
    files: {
      filepath,
      originalFilename: 'member-square.png',
      mimetype: 'image/png',
      size: PNG.length,
    },
  });
  const [file] = z.array(fileSchema).length(1).parse(stored);
  if (!file) throw new Error('Nothing was stored.');
  if (!isMembers) return file;
  const hash = `member-${file.id}`;
  const renamed = { ...file, hash, url: `/uploads/${hash}${file.ext}` };
  renameSync(pathOf(strapi, file), pathOf(strapi, renamed));
  await strapi.db.query(FILE).update({ where: { id: file.id }, data: renamed });
  return renamed;
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
