import { spawn } from 'node:child_process';
import { endGroup } from './process-group.ts';

export interface ProgramOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Called for every line it writes. */
  onLine?: (line: string) => void;
  signal?: AbortSignal;
}

export interface ProgramResult {
  code: number | null;
  /** Everything it wrote, to both streams. */
  output: string;
}

/** Runs a program to its end; when aborted, ends it with all it started and throws. */
export async function runProgram(
  command: readonly [string, ...string[]],
  options: ProgramOptions,
): Promise<ProgramResult> {
  options.signal?.throwIfAborted();
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let rest = '';
  const take = (chunk: string) => {
    output += chunk;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) options.onLine?.(line);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  let ending: Promise<void> | undefined;
  const abort = () => {
    ending = child.pid ? endGroup(child.pid) : undefined;
  };
  options.signal?.addEventListener('abort', abort, { once: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => options.signal?.removeEventListener('abort', abort));
  await ending;
  options.signal?.throwIfAborted();
  return { code, output };
}

/** Like runProgram; anything but exit code 0 is an error with the last lines it wrote. */
export async function runOrThrow(
  what: string,
  command: readonly [string, ...string[]],
  options: ProgramOptions,
): Promise<string> {
  const { code, output } = await runProgram(command, options);
  if (code === 0) return output;
  const last = output.trim().split('\n').slice(-30).join('\n');
  throw new Error(`${what} (exit code ${code ?? 'unknown'}):\n${last}`);
}
