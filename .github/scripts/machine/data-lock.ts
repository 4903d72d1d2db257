import path from 'node:path';
import { takeLock } from '../../../site/publisher/process-lock.ts';
import { refuseHalfRestored } from './half-restored.ts';
import { ownDataDir } from './own-data-dir.ts';

/** One running copy per data directory, for one user. Returns how to give the lock back. */
export function lockDataDir(dataDir: string): () => void {
  refuseHalfRestored(dataDir);
  ownDataDir(dataDir);
  return takeLock(
    path.join(dataDir, 'running.lock'),
    ({ pid, at }) =>
      `A copy already runs on ${dataDir} (process ${pid}, since ${at}). Stop it with Ctrl-C or "kill ${pid}", or set SEE_DATA_DIR to another folder.`,
  );
}
