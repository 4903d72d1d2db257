import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * What was erased for good, one line each. It lies beside the database and not in it, so that it
 * outlives a database that is put back to an earlier day.
 */
export const ledgerName = 'erasures.jsonl';

/** Adds to a restored ledger what was erased on this machine since the backup was made. */
export function mergeLedgers(restored: string, present: string): void {
  if (!existsSync(present)) return;
  const linesOf = (file: string) =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const lines = new Set([...linesOf(restored), ...linesOf(present)]);
  writeFileSync(restored, [...lines].map((line) => `${line}\n`).join(''), { mode: 0o600 });
}
