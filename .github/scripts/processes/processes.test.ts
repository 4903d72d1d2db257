import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { processStart } from '../../../site/publisher/process-lock.ts';
import { testFolder } from '../testing/test-folder.ts';
import { ChildLog } from './child-log.ts';
import { ChildRecord } from './orphans.ts';
import { endGroup } from './process-group.ts';
import { runOrThrow, runProgram } from './run-program.ts';
import { Supervisor } from './supervisor.ts';

/** Polled until true; the limit only ends a test that hangs. */
const soon = { timeout: 40_000 };
const isAlive = (pid: number) => processStart(pid) !== null;

/** A program that starts another and writes both ids; neither ends by itself. */
const family = (ownCode: string, grandchildCode = 'setInterval(()=>{},1e6)') => `
  const { spawn } = require('node:child_process');
  const { writeFileSync, renameSync } = require('node:fs');
  ${ownCode};
  const other = spawn(process.execPath, ['-e', ${JSON.stringify(grandchildCode)}], { stdio: ['ignore', 'pipe', 'ignore'] });
  setInterval(() => {}, 1e6);
  other.stdout.once('data', report);
  if (!${JSON.stringify(grandchildCode)}.includes('console.log')) report();
  function report() {
    writeFileSync('ids.part', JSON.stringify([process.pid, other.pid]));
    renameSync('ids.part', 'ids');
  }`;

async function idsIn(dir: string): Promise<[number, number]> {
  const file = path.join(dir, 'ids');
  await vi.waitFor(() => {
    expect(existsSync(file)).toBe(true);
  }, soon);
  const [own, other] = JSON.parse(readFileSync(file, 'utf8')) as [number, number];
  return [own, other];
}

describe('the supervisor', () => {
  it('leaves nothing behind when it stops, grandchildren included', async () => {
    const dir = testFolder();
    const supervisor = new Supervisor(dir);
    const command = [process.execPath, '-e', family('')] as const;
    supervisor.start({ name: 'family', command, cwd: dir, env: process.env });
    const ids = await idsIn(dir);
    expect(ids.map(isAlive)).toEqual([true, true]);
    await supervisor.stop();
    await vi.waitFor(() => {
      expect(ids.map(isAlive)).toEqual([false, false]);
    }, soon);
    expect(readFileSync(path.join(dir, 'children.json'), 'utf8')).toBe('[]');
  });

  it('starts a child again that ended, and says what it said last', async () => {
    const dir = testFolder();
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const supervisor = new Supervisor(dir);
    onTestFinished(async () => {
      await supervisor.stop();
      said.mockRestore();
    });
    const code = `
      const fs = require('node:fs');
      fs.appendFileSync('runs', 'x');
      if (fs.readFileSync('runs', 'utf8').length < 2) { console.log('no database'); process.exit(3); }
      setInterval(() => {}, 1e6);`;
    const command = [process.execPath, '-e', code] as const;
    supervisor.start({ name: 'cms', command, cwd: dir, env: process.env });
    const runs = () => readFileSync(path.join(dir, 'runs'), 'utf8');
    await vi.waitFor(() => {
      expect(runs()).toBe('xx');
    }, soon);
    expect(said.mock.calls.join('\n')).toMatch(/The cms ended with code 3.*no database/s);
  });

  it('ends what a killed run had left, but no later process of the same id', async () => {
    const dir = testFolder();
    const first = new Supervisor(dir);
    const command = [process.execPath, '-e', family('')] as const;
    first.start({ name: 'family', command, cwd: dir, env: process.env });
    const ids = await idsIn(dir);
    // A second run on the same data, as after a kill -9 of the first one.
    expect(await new ChildRecord(dir).endOrphans()).toEqual(['family']);
    await vi.waitFor(() => {
      expect(ids.map(isAlive)).toEqual([false, false]);
    }, soon);
    await first.stop();
    const record = new ChildRecord(dir);
    record.note('itself', process.pid);
    const other = readFileSync(path.join(dir, 'children.json'), 'utf8').replace(
      /"started":"/,
      '$&x',
    );
    writeFileSync(path.join(dir, 'children.json'), other);
    expect(await new ChildRecord(dir).endOrphans()).toEqual([]);
  });
});

describe('a process group', () => {
  it('is ended by force when it does not go', async () => {
    const dir = testFolder();
    const stubborn = "process.on('SIGTERM', () => {})";
    const running = runProgram(
      [
        process.execPath,
        '-e',
        family(stubborn, `${stubborn}; console.log('up'); setInterval(()=>{},1e6)`),
      ],
      { cwd: dir },
    );
    const ids = await idsIn(dir);
    await endGroup(ids[0], 100);
    await running;
    await vi.waitFor(() => {
      expect(ids.map(isAlive)).toEqual([false, false]);
    }, soon);
  });
});

describe('a program', () => {
  it('that fails is told with its last words', async () => {
    const command = [process.execPath, '-e', "console.error('no room'); process.exit(4)"] as const;
    await expect(runOrThrow('It did not work', command, { cwd: '.' })).rejects.toThrow(
      'It did not work (exit code 4):\nno room',
    );
  });

  it('is ended when the work is stopped', async () => {
    const dir = testFolder();
    const stopping = new AbortController();
    const { signal } = stopping;
    const run = runProgram([process.execPath, '-e', family('')], { cwd: dir, signal });
    const refused = expect(run).rejects.toThrow('aborted');
    const ids = await idsIn(dir);
    stopping.abort();
    await refused;
    await vi.waitFor(() => {
      expect(ids.map(isAlive)).toEqual([false, false]);
    }, soon);
  });
});

it('a log keeps its last lines at hand and never grows without end', () => {
  const file = path.join(testFolder(), 'logs/cms.log');
  const log = new ChildLog(file);
  const line = `${'x'.repeat(1023)}\n`;
  for (let written = 0; written < 6 * 1024; written += 1) log.write(line);
  log.write('the end\n');
  expect(log.lastLines()).toMatch(/the end$/);
  expect(log.lastLines().split('\n')).toHaveLength(15);
  expect(statSync(file).size).toBeLessThan(2 * 1024 * 1024);
  expect(statSync(`${file}.1`).size).toBeLessThanOrEqual(5 * 1024 * 1024);
});

it('a log that cannot be written says so later, and nobody ends of it', () => {
  const folder = path.join(testFolder(), 'logs');
  // Neither as the owner of the machine can a file be written into a file.
  writeFileSync(folder, '');
  const log = new ChildLog(path.join(folder, 'cms.log'));
  log.write('one\ntwo\n');
  log.write('three\n');
  expect(log.lastLines()).toMatch(/one\n.*two\n.*three$/);
  rmSync(folder);
  log.write('four\n');
  log.write('five\n');
  const written = readFileSync(path.join(folder, 'cms.log'), 'utf8');
  expect(written).toBe('(3 lines could not be written)\nfour\nfive\n');
});

it('keeps its children though it cannot write down which they are', async () => {
  const dir = testFolder();
  mkdirSync(path.join(dir, 'children.json.part'));
  const supervisor = new Supervisor(dir);
  const marker = path.join(dir, 'started');
  const code = `require('node:fs').writeFileSync('started', ''); setInterval(() => {}, 1e6)`;
  const command = [process.execPath, '-e', code] as const;
  supervisor.start({ name: 'one', command, cwd: dir, env: process.env });
  await vi.waitFor(() => {
    expect(existsSync(marker)).toBe(true);
  }, soon);
  await supervisor.stop();
});
