import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const leastBytes = 50 * 1024 * 1024;
const mebibyte = 1024 * 1024;

/** What keeps a folder from being written to, in a sentence, or null. */
export function diskFault(dataDir: string): string | null {
  const probe = path.join(dataDir, '.probe');
  try {
    writeFileSync(probe, 'x'.repeat(4096), { mode: 0o600 });
    rmSync(probe);
    const { bavail, bsize } = statfsSync(dataDir);
    const left = bavail * bsize;
    if (left >= leastBytes) return null;
    return `The disk of ${dataDir} is full: ${Math.floor(left / mebibyte)} MiB are left of it.`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOSPC' || code === 'EDQUOT'
      ? `The disk of ${dataDir} is full.`
      : `The data directory ${dataDir} cannot be written to (${code}).`;
  }
}
