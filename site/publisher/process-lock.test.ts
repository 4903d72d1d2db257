import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockHolder, processStart, takeLock } from './process-lock.ts';
import { testFolder } from './test-folder.ts';

const refusal = ({ pid }: { pid: number }) => `held by ${pid}`;

describe('a process lock', () => {
  it('refuses a second holder and names the first', () => {
    const file = path.join(testFolder(), 'lock');
    const release = takeLock(file, refusal);
    expect(() => takeLock(file, refusal)).toThrow(`held by ${process.pid}`);
    release();
    expect(existsSync(file)).toBe(false);
    takeLock(file, refusal)();
  });

  it('is taken over from a process that is gone', () => {
    const dir = testFolder();
    const file = path.join(dir, 'lock');
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, started: 'then', at: 'then' }));
    takeLock(file, refusal);
    expect(lockHolder(file)?.pid).toBe(process.pid);
    expect(readdirSync(dir)).toEqual(['lock']);
  });

  it('is taken over when the same process id belongs to a later process', () => {
    const file = path.join(testFolder(), 'lock');
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'another time', at: 'then' }));
    expect(lockHolder(file)).toBeNull();
    takeLock(file, refusal);
    expect(lockHolder(file)?.started).toBe(processStart(process.pid));
  });

  it('is taken over when its file cannot be read', () => {
    const file = path.join(testFolder(), 'lock');
    writeFileSync(file, '{"pid": ');
    takeLock(file, refusal);
    expect(lockHolder(file)?.pid).toBe(process.pid);
  });
});
