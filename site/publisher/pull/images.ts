/**
 * Images of entries, in a step of their own before the pages: fetched from the CMS, checked, made
 * small, without metadata. One that cannot be read costs its page the picture, never the publish.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { z } from 'zod';
import type { EntryType } from '../../src/collections/collection.ts';
import type { Picture } from '../../src/snapshot/picture.ts';
import type { SnapshotWriter } from '../../src/snapshot/writer.ts';
import { downloadUpload } from './download-upload.ts';

const widths = [480, 960, 1600];
const largestPixels = 40_000_000;

/** An image that cannot be shown; the message names the reason. */
class ImageError extends Error {
  override name = 'ImageError';
}

/** An image and the entry that shows it, in words and by its ref. */
export type ImageUse = {
  readonly image: { readonly url: string; readonly key: string };
  readonly entry: string;
  readonly ref: string;
};

/** Something that an entry is shown without. */
export type Fault = { readonly entry: string; readonly message: string };

export type PrepareOptions = {
  writer: SnapshotWriter;
  uses: readonly ImageUse[];
  cmsUrl: string;
  folder: string;
  log: (line: string) => void;
};

const file = z.object({ url: z.string(), key: z.string() }).nullish();
/** Where entries that have images hold them, as the collections' own mapping stores them. */
const entryWithImages = z.looseObject({
  ref: z.string(),
  image: file,
  images: z.array(z.looseObject({ file })).nullish(),
});
const typesWithImages: readonly EntryType[] = ['city', 'practice'];

/** The images that the pages of an entry show. */
export function imagesOf(type: EntryType, entry: unknown): ImageUse[] {
  if (!typesWithImages.includes(type)) return [];
  const { ref, image, images } = entryWithImages.parse(entry);
  return [image, ...(images ?? []).map((each) => each.file)].flatMap((each) =>
    each ? [{ image: each, entry: `The ${type} ${ref}`, ref }] : [],
  );
}

/** Prepares what is new. Answers the faults of those that have to be left out, by their keys. */
export async function prepareImages({
  writer,
  uses,
  cmsUrl,
  folder,
  log,
}: PrepareOptions): Promise<Map<string, Fault>> {
  mkdirSync(folder, { recursive: true });
  const faults = new Map<string, Fault>();
  for (const { image, entry, ref } of uses) {
    if (isComplete(folder, writer.picture(image.key))) continue;
    try {
      writer.putPicture(image.key, await prepare(image, cmsUrl, folder));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `${entry} is shown without its image ${image.url}: ${reason}`;
      if (!faults.has(image.key)) log(message);
      faults.set(image.key, { entry: ref, message });
      writer.putPicture(image.key, null);
    }
  }
  return faults;
}

function isComplete(folder: string, picture: Picture | null): boolean {
  return picture?.copies.every(({ file }) => existsSync(join(folder, file))) === true;
}

/** The image as its file holds it. Throws a sentence about what cannot be shown. */
async function openImage(url: string, cmsUrl: string): Promise<Sharp> {
  const image = sharp(await downloadUpload(url, cmsUrl), {
    limitInputPixels: largestPixels,
    failOn: 'error',
  });
  const { format } = await image.metadata();
  if (format !== 'jpeg' && format !== 'png' && format !== 'webp') {
    throw new ImageError(`it is neither JPEG, PNG nor WebP but ${format}.`);
  }
  return image;
}

/** How large the image is shown at most, in pixels. Throws as `openImage`. */
export async function sizeOfImage(
  url: string,
  cmsUrl: string,
): Promise<{ width: number; height: number }> {
  const { autoOrient } = await (await openImage(url, cmsUrl)).metadata();
  return autoOrient;
}

async function prepare(image: ImageUse['image'], cmsUrl: string, folder: string): Promise<Picture> {
  const original = (await openImage(image.url, cmsUrl)).rotate();
  const name = createHash('sha256').update(image.key).digest('hex').slice(0, 16);
  const copies: { file: string; width: number; height: number }[] = [];
  for (const width of widths) {
    const { data, info } = await original
      .clone()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true });
    if (copies.at(-1)?.width === info.width) break;
    const file = `${name}-${info.width}.webp`;
    await writeFile(join(folder, `${file}.part`), data);
    renameSync(join(folder, `${file}.part`), join(folder, file));
    copies.push({ file, width: info.width, height: info.height });
  }
  const largest = copies.at(-1);
  if (!largest) throw new ImageError('it has no pixels.');
  return {
    width: largest.width,
    height: largest.height,
    copies: copies.map(({ file, width }) => ({ file, width })),
  };
}

/** Drops the images that no entry shows any more. */
export function forgetUnused(writer: SnapshotWriter, folder: string): void {
  const kept = writer.keepUsedPictures();
  for (const file of readdirSync(folder)) {
    if (!kept.has(file)) rmSync(join(folder, file), { force: true });
  }
}
