/**
 * Images of entries, in a step of their own before the pages: fetched from the CMS, checked, made
 * small, without metadata. One that cannot be read costs its page the picture, never the publish.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import type { EntryType } from '../../src/collections/collection.ts';
import type { Picture } from '../../src/snapshot/picture.ts';
import type { SnapshotWriter } from '../../src/snapshot/writer.ts';

const widths = [480, 960, 1600];
const largestFile = 25 * 1024 * 1024;
const largestPixels = 40_000_000;
const fetchTimeout = 20_000;

/** An image that cannot be shown; the message names the reason. */
class ImageError extends Error {
  override name = 'ImageError';
}

/** An image and the entry that shows it. */
export type ImageUse = {
  readonly image: { readonly url: string; readonly key: string };
  readonly entry: string;
};

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
    each ? [{ image: each, entry: `The ${type} ${ref}` }] : [],
  );
}

/** Prepares what is new. Reports each image it has to leave out. */
export async function prepareImages({
  writer,
  uses,
  cmsUrl,
  folder,
  log,
}: PrepareOptions): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { image, entry } of uses) {
    if (isComplete(folder, writer.picture(image.key))) continue;
    try {
      writer.putPicture(image.key, await prepare(image, cmsUrl, folder));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      log(`${entry} is shown without its image ${image.url}: ${reason}`);
      writer.putPicture(image.key, null);
    }
  }
}

function isComplete(folder: string, picture: Picture | null): boolean {
  return picture?.copies.every(({ file }) => existsSync(join(folder, file))) === true;
}

async function prepare(image: ImageUse['image'], cmsUrl: string, folder: string): Promise<Picture> {
  const original = sharp(await download(image.url, cmsUrl), {
    limitInputPixels: largestPixels,
    failOn: 'error',
  }).rotate();
  const { format } = await original.metadata();
  if (format !== 'jpeg' && format !== 'png' && format !== 'webp') {
    throw new ImageError(`it is neither JPEG, PNG nor WebP but ${format}.`);
  }
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

/** Only from the CMS itself: an address elsewhere would make the build ask strangers. */
async function download(url: string, cmsUrl: string): Promise<Buffer> {
  const address = new URL(url, cmsUrl);
  if (address.origin !== new URL(cmsUrl).origin) {
    throw new ImageError('its address is not on the CMS.');
  }
  const response = await fetch(address, {
    signal: AbortSignal.timeout(fetchTimeout),
    redirect: 'error',
  });
  if (!response.ok) throw new ImageError(`the CMS answered ${response.status}.`);
  if (Number(response.headers.get('content-length') ?? 0) > largestFile) {
    throw new ImageError('it is larger than 25 MB.');
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length > largestFile) throw new ImageError('it is larger than 25 MB.');
  return bytes;
}

/** Drops the images that no entry shows any more. */
export function forgetUnused(writer: SnapshotWriter, folder: string): void {
  const kept = writer.keepUsedPictures();
  for (const file of readdirSync(folder)) {
    if (!kept.has(file)) rmSync(join(folder, file), { force: true });
  }
}
