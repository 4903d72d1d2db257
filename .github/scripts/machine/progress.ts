import { complain, tell } from '../../../site/publisher/terminal.ts';
const heartbeatMs = 15_000;

/** Writes a line of a step that is under way. */
export type Say = (line: string) => void;

/** Runs one step and writes a line with its seconds; long ones say that they are still at it. */
export async function step<T>(title: string, work: (say: Say) => Promise<T>): Promise<T> {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s`;
  const heartbeat = setInterval(() => {
    tell(`${seconds()}  … still at: ${title}`);
  }, heartbeatMs);
  const say: Say = (line) => {
    heartbeat.refresh();
    tell(`${' '.repeat(10)}${line}`);
  };
  try {
    const result = await work(say);
    tell(`${seconds()}  ${title}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/** Runs a command's work: what it throws is shown as its sentence and ends in exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    complain(isStop(error) ? 'Stopped.' : error);
    process.exitCode = 1;
  }
}

/** What work throws that was ended by Ctrl-C or a signal. */
function isStop(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
