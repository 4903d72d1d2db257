import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Makes the tables and first rows of the CMS in a folder, or in the database with this address.
 * This process must go on reading meanwhile: it holds the pipe a database server logs into.
 */
export async function makeTemplate(distDir: string, dataDir: string, databaseUrl?: string) {
  const script = path.join(import.meta.dirname, 'make-template.mts');
  const args = [distDir, dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])];
  const code = await new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
    program.once('error', reject).once('exit', resolve);
  });
  if (code !== 0) throw new Error('The CMS does not start on nothing; its message is above.');
}
