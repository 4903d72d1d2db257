import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract as tarExtract } from 'tar-stream';
import { ArchiveError } from './archive-error.ts';
import { decryptionOf, isEncrypted } from './encryption.ts';
import {
  type Files,
  format,
  formatSchema,
  type Manifest,
  manifestName,
  manifestSchema,
} from './manifest.ts';
import { writeInto } from './write-into.ts';

const largestManifest = 256 * 1024 * 1024;

/**
 * Unpacks an archive into an empty folder and holds it against its manifest. Throws an ArchiveError
 * when the key does not fit, or anything is missing, changed, or does not belong there.
 */
export async function unpack(
  archive: string,
  folder: string,
  options: { key: string | null; signal: AbortSignal },
): Promise<Manifest> {
  const decryption = await decryptionFor(archive, options.key);
  const tar = tarExtract();
  const plain = createGunzip();
  try {
    const [contents] = await Promise.all([
      readEntries(tar, folder, archive),
      writeInto(tar, plain),
      pipeline([createReadStream(archive), ...decryption, plain], { signal: options.signal }),
    ]);
    return checkManifest(contents, archive);
  } catch (error) {
    if (error instanceof ArchiveError || options.signal.aborted || isOfSystem(error)) throw error;
    throw new ArchiveError(`${archive} is damaged or cut. Restore another backup.`, {
      cause: error,
    });
  }
}

async function decryptionFor(archive: string, key: string | null): Promise<Transform[]> {
  const handle = await open(archive).catch((cause: unknown) => {
    throw new ArchiveError(`${archive} cannot be opened: is its path right?`, { cause });
  });
  const beginning = Buffer.alloc(8);
  await handle.read(beginning, 0, beginning.length, 0).finally(() => handle.close());
  if (!isEncrypted(beginning)) return [];
  if (key) return [decryptionOf(key, archive)];
  throw new ArchiveError(`${archive} is encrypted: give its key in SEE_BACKUP_KEY.`);
}

interface Contents {
  manifest: string | null;
  files: Files;
}

async function readEntries(tar: Extract, folder: string, archive: string): Promise<Contents> {
  const contents: Contents = { manifest: null, files: {} };
  for await (const entry of tar) {
    const { name, type, size } = entry.header;
    if (type !== 'file' || !isInside(folder, name)) {
      throw new ArchiveError(`${archive} is not a backup of this platform: it holds "${name}".`);
    }
    if (name === manifestName && size <= largestManifest) {
      contents.manifest = await text(Readable.from(entry));
    } else {
      contents.files[name] = await writeEntry(entry, path.join(folder, name));
    }
  }
  return contents;
}

/** A path that is written the one plain way and leads nowhere else. */
function isInside(folder: string, name: string): boolean {
  return path.relative(folder, path.resolve(folder, name)) === name && !name.startsWith('..');
}

async function writeEntry(entry: AsyncIterable<unknown>, file: string): Promise<Files[string]> {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const output = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(entry), measure, output);
  return { bytes, sha256: hash.digest('hex') };
}

function checkManifest({ manifest: text, files }: Contents, archive: string): Manifest {
  if (text === null) {
    throw new ArchiveError(`${archive} is cut: its end is missing. Restore another backup.`);
  }
  const raw: unknown = JSON.parse(text);
  const { format: written } = formatSchema.parse(raw);
  if (written !== format) {
    throw new ArchiveError(
      `${archive} has format ${written}, and this code knows format ${format}: restore it with the code it was made with.`,
    );
  }
  const stated = manifestSchema.parse(raw);
  for (const name of new Set([...Object.keys(stated.files), ...Object.keys(files)])) {
    const [wanted, found] = [stated.files[name], files[name]];
    if (!wanted || wanted.sha256 !== found?.sha256 || wanted.bytes !== found.bytes) {
      throw new ArchiveError(
        `${archive} is damaged: "${name}" in it is not what was saved. Restore another backup.`,
      );
    }
  }
  return stated;
}

/** The disk is full, say: that is not the archive's fault. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
