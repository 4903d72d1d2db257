import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const FILE = 'plugin::upload.file';
const DAY_MS = 24 * 60 * 60 * 1000;
const PAGE = 1000;

/** Begins the name of every file that a member sends; 32 random digits follow. */
export const MEMBER_FILE = 'member-';
/** What is called otherwise is a file of the editors, whatever its name begins with. */
const NAMES = /^member-[0-9a-f]{32}\.[a-z]+$/;

const filesSchema = z.array(
  z.looseObject({ id: z.number(), name: z.string(), related: z.array(z.unknown()) }),
);
type StoredFile = z.output<typeof filesSchema>[number];

/** What is used of the upload plugin's service, which has no types. */
interface UploadService {
  remove(file: StoredFile): Promise<unknown>;
}

async function removeWhere(
  strapi: Core.Strapi,
  where: Record<string, unknown>,
): Promise<number | undefined> {
  const uploads: UploadService = strapi.plugin('upload').service('upload');
  const rows: unknown = await strapi.db.query(FILE).findMany({
    where: { ...where, name: { $startsWith: MEMBER_FILE } },
    populate: ['related'],
    orderBy: { id: 'asc' },
    limit: PAGE,
  });
  const files = filesSchema.parse(rows);
  for (const file of files) {
    if (NAMES.test(file.name) && file.related.length === 0) await uploads.remove(file);
  }
  return files.at(-1)?.id;
}

/** Removes those of these files that no version of any entry shows, with their smaller versions. */
export async function removeUnused(strapi: Core.Strapi, ids: Iterable<number>): Promise<void> {
  await removeWhere(strapi, { id: { $in: [...ids] } });
}

/** Removes what members sent and nothing shows any more, once it had a day to be shown. */
export async function removeForgotten(strapi: Core.Strapi, now: Date): Promise<void> {
  const createdAt = { $lt: new Date(now.getTime() - DAY_MS) };
  let last: number | undefined = 0;
  while (last !== undefined) last = await removeWhere(strapi, { createdAt, id: { $gt: last } });
}
