import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** Runs a command of the repository on a data directory and nothing else of this environment. */
export async function runCommand(
  name: 'backup' | 'restore',
  args: readonly string[],
  variables: { SEE_DATA_DIR: string; SEE_BACKUP_KEY: string },
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [`.github/scripts/${name}.ts`, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...variables },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output };
}
