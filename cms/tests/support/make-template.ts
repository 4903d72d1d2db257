import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Makes the tables and first rows of the CMS in a folder, or in the database with this address. */
export function makeTemplate(distDir: string, dataDir: string, databaseUrl?: string): void {
  const script = path.join(import.meta.dirname, 'make-template.mts');
  const args = [distDir, dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])];
  try {
    execFileSync(process.execPath, [script, ...args], { stdio: 'inherit' });
  } catch (cause) {
    throw new Error('The CMS does not start on nothing; its message is above.', { cause });
  }
}
