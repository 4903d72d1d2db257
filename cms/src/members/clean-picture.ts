import sharp from 'sharp';
import { refuse } from '../documents/issues';

const MOST_PIXELS = 40_000_000;

function refusePicture(message: string): never {
  refuse([{ path: ['file'], message }]);
  throw new Error(message);
}

async function readSize(bytes: Buffer): Promise<number> {
  try {
    // The header alone; nothing is decoded yet.
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height * pages;
  } catch {
    return refusePicture('No picture can be read from this file: save it again and send that.');
  }
}

/**
 * A picture as it may be shown: upright, in its own format, without where and by what it was taken.
 *
 * @throws ValidationError for what is no picture or would not fit into memory
 */
export async function cleanPicture(bytes: Buffer): Promise<Buffer> {
  const pixels = await readSize(bytes);
  if (pixels > MOST_PIXELS) {
    const millions = Math.ceil(pixels / 1_000_000);
    refusePicture(
      `This picture has ${millions} million pixels; 40 million fit. Send a smaller one.`,
    );
  }
  try {
    // Sharp leaves out all metadata unless it is told otherwise.
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .toBuffer();
  } catch {
    return refusePicture('This picture is damaged: save it again and send that.');
  }
}
