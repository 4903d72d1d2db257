import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack as tarPack, type Pack } from 'tar-stream';
import { encryptionOf } from './encryption.ts';
import { type Files, type Manifest, manifestName } from './manifest.ts';
import { writeInto } from './write-into.ts';

export interface PackOptions {
  /** Where the files lie. */
  folder: string;
  /** Their paths in it, in the order in which they are written. */
  names: readonly string[];
  target: string;
  key: string | null;
  signal: AbortSignal;
}

/**
 * Writes the files into one archive, reading each once. What is in it stands in a manifest at its
 * end, which is thereby the sign that it is whole.
 */
export async function pack(
  { folder, names, target, key, signal }: PackOptions,
  facts: Omit<Manifest, 'files'>,
): Promise<Manifest> {
  const tar = tarPack();
  const written = pipeline(
    // Pictures and documents are compressed already; the database gets small at any level.
    [
      Readable.from(tar),
      createGzip({ level: 3 }),
      ...(key ? [encryptionOf(key)] : []),
      output(target),
    ],
    { signal },
  );
  const addAll = async (): Promise<Manifest> => {
    const files: Files = {};
    for (const name of names) files[name] = await addFile(tar, path.join(folder, name), name);
    const manifest = { ...facts, files };
    tar.entry({ name: manifestName, mode: 0o600 }, `${JSON.stringify(manifest, null, 2)}\n`);
    tar.finalize();
    return manifest;
  };
  // When the target cannot be written to, the tar is destroyed: adding to it ends too.
  const [manifest] = await Promise.all([addAll(), written]);
  return manifest;
}

function output(target: string) {
  return createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
}

async function addFile(tar: Pack, file: string, name: string): Promise<Files[string]> {
  const handle = await open(file);
  try {
    const { size, mtime } = await handle.stat();
    const hash = createHash('sha256');
    const entry = tar.entry({ name, size, mtime, mode: 0o600 });
    await writeInto(entry, readBytes(handle, size, hash));
    return { bytes: size, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}

/** A file that somebody is still writing to is taken as long as it was when it was opened. */
async function* readBytes(
  handle: FileHandle,
  size: number,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  let at = 0;
  while (at < size) {
    const length = Math.min(256 * 1024, size - at);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at);
    if (bytesRead === 0) throw new Error('A file got shorter while it was saved: try again.');
    const bytes = buffer.subarray(0, bytesRead);
    hash.update(bytes);
    at += bytesRead;
    yield bytes;
  }
}
