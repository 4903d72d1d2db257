import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const FILE = 'plugin::upload.file';

/**
 * Begins the name under which a file of a member is stored. No file of the media library is called
 * so: Strapi writes the names of those without a hyphen.
 */
const MEMBER_FILE_PREFIX = 'member-';

const filesSchema = z.array(z.looseObject({ id: z.number(), related: z.array(z.unknown()) }));
type StoredFile = z.output<typeof filesSchema>[number];

/** What is used of the upload plugin's service, which has no types. */
interface UploadService {
  remove(file: StoredFile): Promise<unknown>;
}

/** Removes those files of members that no entry shows, with their smaller versions. */
export async function removeUnusedFiles(
  strapi: Core.Strapi,
  where: { id: { $in: number[] } } | { createdAt: { $lt: Date }; id: { $gt: number } },
  limit = 1000,
): Promise<number | undefined> {
  const uploads: UploadService = strapi.plugin('upload').service('upload');
  const rows: unknown = await strapi.db.query(FILE).findMany({
    where: { ...where, hash: { $startsWith: MEMBER_FILE_PREFIX } },
    populate: ['related'],
    orderBy: { id: 'asc' },
    limit,
  });
  const files = filesSchema.parse(rows);
  for (const file of files) if (file.related.length === 0) await uploads.remove(file);
  return files.at(-1)?.id;
}
