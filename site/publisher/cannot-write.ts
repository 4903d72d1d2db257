/** What to do about a disk that takes no more, in place of the words of the system. */
import { diskFault } from './operator/disk.ts';

const codesOfDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO']);
/** SQLite's numbers for: only to be read, a fault of the disk, full, not to be opened. */
const sqliteCodes = new Set([8, 10, 13, 14]);
const advice =
  'Readers see what was published last. Make room on the disk, or give the directory back to the user that runs the platform; publishing goes on by itself then.';

class CannotWriteError extends Error {
  override name = 'CannotWriteError';
}

/** An error of the disk in a sentence that says what to do; any other one as it is. */
export function explainDiskFault(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || !isOfDisk(error)) return error;
  const fault = diskFault(dataDir) ?? 'Something could not be written.';
  return new CannotWriteError(`${fault} ${advice} (${error.message})`, { cause: error });
}

function isOfDisk(error: Error): boolean {
  if ('code' in error && typeof error.code === 'string' && codesOfDisk.has(error.code)) return true;
  if ('errcode' in error && typeof error.errcode === 'number') {
    // The lowest byte is the kind of fault, the others tell where it happened.
    return sqliteCodes.has(error.errcode & 0xff);
  }
  return error.cause instanceof Error && isOfDisk(error.cause);
}
