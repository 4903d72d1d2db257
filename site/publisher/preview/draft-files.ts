/**
 * Pictures and documents of a draft. No release holds them yet, so its page shows them as the CMS
 * keeps them.
 */
import type { Entry, EntryType } from '../../src/collections/collection.ts';
import type { Picture } from '../../src/snapshot/picture.ts';
import { fileUrl } from '../../src/urls.ts';
import { documentsOf } from '../pull/documents.ts';
import { imagesOf, sizeOfImage } from '../pull/images.ts';

export interface DraftFiles {
  /** By the keys of the images. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Path on the site, as the page names it → path at the CMS. */
  readonly paths: ReadonlyMap<string, string>;
}

/** An image that cannot be shown is left out, as it would be left out of the published page. */
export async function filesOfDraft(
  type: EntryType,
  entry: Entry,
  cmsUrl: string,
): Promise<DraftFiles> {
  const pictures = new Map<string, Picture>();
  const paths = new Map<string, string>();
  const pathAtCms = (url: string) => new URL(url, cmsUrl).pathname;
  for (const { image } of imagesOf(type, entry)) {
    const size = await sizeOfImage(image.url, cmsUrl).catch(() => null);
    if (!size) continue;
    const file = `${pictures.size}.draft`;
    pictures.set(image.key, { ...size, copies: [{ file, width: size.width }] });
    paths.set(`/images/${file}`, pathAtCms(image.url));
  }
  for (const { name, url } of documentsOf(type, entry)) paths.set(fileUrl(name), pathAtCms(url));
  return { pictures, paths };
}
