/** The secrets of a data directory in a file of their own: an archive alone opens no account. */
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ArchiveError } from './archive-error.ts';
import { decryptionOf, encryptionOf, isEncrypted } from './encryption.ts';

const bundled = ['secrets.json', 'accounts.json'] as const;
const bundleSchema = z.partialRecord(z.enum(bundled), z.string());

/** False when there are none: they come from the environment then. */
export async function saveSecrets(
  dataDir: string,
  target: string,
  key: string | null,
): Promise<boolean> {
  const present = bundled.filter((name) => existsSync(path.join(dataDir, name)));
  if (present.length === 0) return false;
  const contents = present.map((name) => [name, readFileSync(path.join(dataDir, name), 'utf8')]);
  const text = `${JSON.stringify(Object.fromEntries(contents), null, 2)}\n`;
  const output = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline([Readable.from([Buffer.from(text)]), ...(key ? [encryptionOf(key)] : []), output]);
  return true;
}

/** Writes what a file of secrets holds into a folder. */
export async function unpackSecrets(
  file: string,
  folder: string,
  key: string | null,
): Promise<string[]> {
  const handle = await open(file);
  const bytes = await handle.readFile().finally(() => handle.close());
  const contents = bundleSchema.safeParse(JSON.parse(await decrypted(bytes, file, key)));
  if (!contents.success) {
    throw new ArchiveError(`${file} does not hold the secrets of a backup.`);
  }
  return Object.entries(contents.data).map(([name, text]) => {
    writeFileSync(path.join(folder, name), text, { mode: 0o600 });
    return name;
  });
}

async function decrypted(bytes: Buffer, file: string, key: string | null): Promise<string> {
  if (!isEncrypted(bytes)) return bytes.toString('utf8');
  if (!key) throw new ArchiveError(`${file} is encrypted: give its key in SEE_BACKUP_KEY.`);
  return text(Readable.from([bytes]).pipe(decryptionOf(key, file)));
}
