import { errors } from '@strapi/utils';
import { TELLING_BYTES, type FileKind } from './upload-kinds';

interface ReadableFile {
  name: string;
  getStream: () => NodeJS.ReadableStream;
}

async function firstBytes({ getStream }: ReadableFile): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  // Leaving the loop closes the stream, so no more of the file is read than its first piece.
  for await (const piece of getStream()) {
    bytes = Buffer.concat([bytes, Buffer.from(piece)]);
    if (bytes.length >= TELLING_BYTES) break;
  }
  return bytes;
}

/** Whether bytes begin as those of a kind of file. */
export function beginsAs(bytes: Buffer, begins: FileKind['begins']): boolean {
  return begins.every(([offset, expected]) => {
    const wanted = Buffer.from(expected, 'hex');
    return bytes.subarray(offset, offset + wanted.length).equals(wanted);
  });
}

/** @throws ApplicationError when a file is not of the kind that its name says. */
export async function checkBytes(file: ReadableFile, { begins, mime }: FileKind): Promise<void> {
  const bytes = await firstBytes(file);
  if (beginsAs(bytes, begins)) return;
  throw new errors.ApplicationError(
    `"${file.name}" cannot be stored: its name says ${mime}, but what is in it is something else. Save it in that format, or give it the right name.`,
  );
}
