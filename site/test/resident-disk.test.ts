/** The disk takes nothing more: readers keep a whole release, one person is told, and it heals. */
import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createOperator } from '../publisher/operator/operator.ts';
import { startInbox } from '../publisher/operator/test-inbox.ts';
import { PublisherProcess } from './publisher-process.ts';
import { startResident } from './resident.ts';

const minute = 60_000;
/** A user who owns nothing. */
const nobody = 65_534;
const advice = /Make room on the disk, or give the directory back/;

describe('a disk that takes no more', () => {
  let publisher: PublisherProcess;
  beforeAll(async () => {
    publisher = await PublisherProcess.create();
  });
  afterAll(async () => {
    await publisher.stop();
  });

  // The system refuses each write beyond so many blocks of 512 bytes of a file, for whoever asks:
  // none can be written at all, or some, so that the publisher gets further.
  it.each([0, 16, 96])(
    'leaves what is live, says what to do and is forgotten: %i blocks of a file',
    async (largestFile) => {
      await publisher.kill();
      const before = publisher.liveRelease();
      const title = publisher.retitle();
      publisher.start({ largestFile });
      const { state, lastError } = await publisher.untilStatus(
        (status) => status.lastError !== null,
      );
      expect(state).toBe('failed');
      expect(lastError?.message).toMatch(advice);
      expect(publisher.liveRelease()).toBe(before);
      expect(publisher.faultsOfLive()).toEqual([]);
      expect(publisher.faultsOfKept()).toEqual([]);
      await publisher.kill();
      publisher.start();
      await publisher.untilLive();
      expect(publisher.read('practices/young-first.html')).toContain(title);
      expect(publisher.leftovers()).toEqual([]);
    },
  );
});

describe('a directory that cannot be written to', () => {
  it('is told of once, and once when it can be written to again', async () => {
    const inbox = await startInbox();
    onTestFinished(() => inbox.stop());
    const resident = await startResident({ outbox: true });
    onTestFinished(() => resident.stop());
    const clock = { at: Date.parse('2026-01-01T00:00:00Z') };
    const operator = createOperator({
      dataDir: resident.dataDir,
      siteUrl: 'https://see.example',
      log: () => undefined,
      variables: {
        SEE_OPERATOR_MAIL: 'operator@localhost',
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(inbox.smtp),
      },
      now: () => new Date(clock.at),
    });
    const goOnFor = async (ms: number) => {
      for (const end = clock.at + ms; clock.at < end; clock.at += minute / 2) {
        await resident.publisher.reconcile();
        await operator.note(resident.publisher.status());
      }
    };
    await resident.publishAll();
    const { release } = resident.publisher.status();
    const allow = forbidWriting(resident.dataDir, path.join(resident.dataDir, 'releases'));
    onTestFinished(allow);
    resident.edit('practices', 'young-first', () => ({ title: 'A title for later' }));
    const told = { type: 'practice', documentId: 'young-first', change: 'publish' } as const;
    resident.cms.changes?.push({ sequence: 1, ...told });
    await goOnFor(2 * minute);
    const { state, lastError, release: still } = resident.publisher.status();
    expect([state, still]).toEqual(['failed', release]);
    expect(lastError?.message).toMatch(/cannot be written to \(EACCES\)/);
    expect(lastError?.message).toMatch(advice);
    expect(await inbox.subjects()).toEqual(['SEE City Platform: the disk cannot be written to']);
    allow();
    await goOnFor(2 * minute);
    await resident.publishAll();
    expect(resident.publisher.status().lastError).toBeNull();
    expect(resident.read('practices/young-first.html')).toContain('A title for later');
    expect(await inbox.subjects()).toEqual([
      'SEE City Platform: the disk cannot be written to',
      'SEE City Platform: the disk can be written to again',
    ]);
    const left = readdirSync(path.join(resident.dataDir, 'releases'));
    expect(left.filter((name) => /staging-\d{8}T|\.part$/.test(name))).toEqual([]);
  });
});

/** Takes from this process the right to write into these folders; answers how to give it back. */
function forbidWriting(...folders: string[]): () => void {
  for (const folder of folders) chmodSync(folder, 0o555);
  // The owner of the machine may write everywhere; somebody else may not.
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  return () => {
    if (isRoot) process.seteuid?.(0);
    for (const folder of folders) chmodSync(folder, 0o755);
  };
}
