/**
 * The layout of an encrypted file, version 1: `SEEBAK`, one byte with the version, 16 bytes of
 * salt; then records of AES-256-GCM, each with its tag behind it. The first record is empty and
 * shows whether the key fits, the others hold 64 KiB each, the last one is marked as the last. A
 * record is used only when its tag fits, so that nothing a stranger changed is ever looked at.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { Transform } from 'node:stream';
import { ArchiveError } from './archive-error.ts';

const magic = Buffer.from('SEEBAK');
const version = 1;
const saltBytes = 16;
const headerBytes = magic.length + 1 + saltBytes;
const recordBytes = 64 * 1024;
const tagBytes = 16;
const cipher = 'aes-256-gcm';
const shortestKey = 16;
const scrypt = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

/** The key of `SEE_BACKUP_KEY`, or null when none is given. Throws when it can be guessed. */
export function readBackupKey(variables: NodeJS.ProcessEnv): string | null {
  const key = variables.SEE_BACKUP_KEY?.trim();
  if (!key) return null;
  if (key.length < shortestKey) {
    throw new Error(
      `SEE_BACKUP_KEY is shorter than ${shortestKey} characters: use a long random one, for example from: openssl rand -hex 32`,
    );
  }
  return key;
}

export const isEncrypted = (beginning: Buffer): boolean =>
  beginning.subarray(0, magic.length).equals(magic);

export function encryptionOf(key: string): Transform {
  const salt = randomBytes(saltBytes);
  const header = Buffer.concat([magic, Buffer.from([version]), salt]);
  const records = new Records(header, key);
  let rest = Buffer.alloc(0);
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length > recordBytes) {
        this.push(records.seal(rest.subarray(0, recordBytes), false));
        rest = rest.subarray(recordBytes);
      }
      done();
    },
    flush(done) {
      this.push(records.seal(rest, true));
      done();
    },
  });
  stream.push(header);
  stream.push(records.seal(Buffer.alloc(0), false));
  return stream;
}

/** `file` is named in what it throws. */
export function decryptionOf(key: string, file: string): Transform {
  let records: Records | null = null;
  let rest = Buffer.alloc(0);
  let at = 0;
  const take = (bytes: number): Buffer => {
    const taken = rest.subarray(0, bytes);
    rest = rest.subarray(bytes);
    at += bytes;
    return taken;
  };
  const begin = (): Records => {
    const begun = new Records(readHeader(take(headerBytes), file), key);
    if (begun.open(take(tagBytes), false) === null) {
      throw new ArchiveError(
        `The key does not open ${file}: SEE_BACKUP_KEY must be what it was when this backup was made.`,
      );
    }
    return begun;
  };
  const read = (bytes: number, isLast: boolean): Buffer => {
    const from = at;
    const plain = records?.open(take(bytes), isLast) ?? null;
    if (plain !== null) return plain;
    throw new ArchiveError(
      `${file} is damaged or cut: from byte ${from} on it is not what was written. Restore another backup.`,
    );
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      rest = Buffer.concat([rest, chunk]);
      try {
        if (!records && rest.length >= headerBytes + tagBytes) records = begin();
        while (records && rest.length > recordBytes + tagBytes) {
          this.push(read(recordBytes + tagBytes, false));
        }
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        this.push(read(rest.length, true));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function readHeader(header: Buffer, file: string): Buffer {
  if (!isEncrypted(header)) throw new ArchiveError(`${file} is not an encrypted backup.`);
  const written = header[magic.length] ?? 0;
  if (written === version) return header;
  throw new ArchiveError(
    `${file} is encrypted in version ${written}, and this code knows version ${version}: restore it with the code it was made with.`,
  );
}

/** Seals or opens one record after the other; their order and the end are part of each. */
class Records {
  readonly #header: Buffer;
  readonly #key: Buffer;
  #count = 0;

  constructor(header: Buffer, passphrase: string) {
    this.#header = header;
    this.#key = scryptSync(passphrase, header.subarray(-saltBytes), 32, scrypt);
  }

  seal(plain: Buffer, isLast: boolean): Buffer {
    const sealing = createCipheriv(cipher, this.#key, this.#nonce(isLast)).setAAD(this.#header);
    return Buffer.concat([sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
  }

  /** Null when it is not what was sealed in this place. */
  open(record: Buffer, isLast: boolean): Buffer | null {
    if (record.length < tagBytes) return null;
    const opening = createDecipheriv(cipher, this.#key, this.#nonce(isLast))
      .setAAD(this.#header)
      .setAuthTag(record.subarray(-tagBytes));
    try {
      return Buffer.concat([opening.update(record.subarray(0, -tagBytes)), opening.final()]);
    } catch {
      return null;
    }
  }

  /** The key is of this file alone, so a count is a nonce that never comes twice. */
  #nonce(isLast: boolean): Buffer {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(BigInt(this.#count), 0);
    nonce[8] = isLast ? 1 : 0;
    this.#count += 1;
    return nonce;
  }
}
