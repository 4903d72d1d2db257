import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const archivePattern = /^see-\d{8}T\d{6}Z\.tar\.gz(\.enc)?$/;
const suffixes = /\.tar\.gz(\.enc)?$/;
const kept = 14;

/** Names sort by time. */
export function archiveName(at: Date, isEncrypted: boolean): string {
  const time = at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  return `see-${time}.tar.gz${isEncrypted ? '.enc' : ''}`;
}

/** The file beside an archive that holds the secrets, encrypted or not as the archive is. */
export function secretsNameOf(archive: string): string {
  return archive.replace(suffixes, (_, encrypted: string | undefined) => {
    return `.secrets.json${encrypted ?? ''}`;
  });
}

/** Removes all but the last fourteen archives of a folder, with their secrets; nothing else. */
export function keepLastArchives(folder: string): string[] {
  const archives = readdirSync(folder).filter((name) => archivePattern.test(name));
  const dropped = archives.sort().slice(0, -kept);
  for (const name of dropped) {
    rmSync(path.join(folder, name), { force: true });
    rmSync(path.join(folder, secretsNameOf(name)), { force: true });
  }
  return dropped;
}
