import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PREFIX = 'see-arriving-';

/** The name that a file has while its request lasts. */
export const nameOfArriving = (): string => PREFIX + randomUUID();

/**
 * Takes away the files of requests that ended before this time. Each request clears up after itself,
 * but one that is refused while its file is being opened leaves it, and so does a CMS that is killed.
 */
export async function removeLeftFiles(endedBefore: Date): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const file = path.join(tmpdir(), name);
    const found = await stat(file).catch(() => null);
    if (found && found.mtime < endedBefore) await rm(file, { force: true });
  }
}
