import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PublisherStatus } from '../status.ts';
import { testFolder } from '../test-folder.ts';
import { diskFault } from './disk.ts';
import { createOperator, mailQueueCondition } from './operator.ts';
import { readOperatorSettings } from './settings.ts';
import { type Inbox, startInbox } from './test-inbox.ts';

const minute = 60_000;
const start = Date.parse('2026-01-01T00:00:00Z');
const soon = { timeout: 20_000 };
const idle: PublisherStatus = {
  state: 'idle',
  release: '20260101T000000Z-a',
  publishedAt: null,
  dataAt: null,
  searchableAt: null,
  pages: 1,
  rendered: 1,
  durationMs: 1,
  contentVersion: 'x',
  lastError: null,
  heldBack: [],
  pending: false,
};
const failed: PublisherStatus = {
  ...idle,
  state: 'failed',
  lastError: { message: 'The title is missing.', entry: 'SEE-P-001', at: 'then' },
};

let inbox: Inbox;
beforeAll(async () => {
  inbox = await startInbox();
});
afterAll(() => inbox.stop());

describe('the operator', () => {
  it('gets one mail of a real server about a failure and one when it is over', async () => {
    const dataDir = testFolder();
    const clock = { at: start };
    const make = () => operatorAt(dataDir, clock);
    let operator = make();
    for (clock.at = start; clock.at <= start + 5 * minute; clock.at += 30_000) {
      await operator.note(failed);
      if (clock.at === start + 2 * minute) operator = make();
    }
    await operator.note(idle);
    await operator.note(idle);
    const [alarm, recovery, ...more] = await inbox.mails();
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({
      subject: 'SEE City Platform: publishing fails',
      to: [{ address: 'operator@localhost' }],
    });
    expect(alarm?.text).toMatch(
      /Since 2026-01-01T00:00:00.000Z:\nThe title is missing.\nEntry: SEE-P-001/,
    );
    expect(alarm?.text).toContain('Site: https://see.example');
    expect(recovery?.subject).toBe('SEE City Platform: publishing works again');
    expect(readdirSync(dataDir)).toEqual(['operator.json']);
  });

  it('is told in time, however long the next try takes', async () => {
    await inbox.empty();
    const clock = { at: start };
    const ending = new AbortController();
    onTestFinished(() => {
      ending.abort();
    });
    const timing = { lookEveryMs: 20, signal: ending.signal };
    await operatorAt(testFolder(), clock, timing).note(failed);
    clock.at += minute;
    await vi.waitFor(async () => {
      expect(await inbox.mails()).toHaveLength(1);
    }, soon);
  });

  it('hears of mails that wait for a quarter of an hour', async () => {
    await inbox.empty();
    const clock = { at: start };
    const operator = operatorAt(testFolder(), clock);
    await operator.note(idle, [mailQueueCondition(new Date(start - 14 * minute), 3)]);
    await operator.note(idle, [mailQueueCondition(null, 0)]);
    await operator.note(idle, [mailQueueCondition(new Date(start - 16 * minute), 3)]);
    await operator.note(idle, [mailQueueCondition(new Date(start - 17 * minute), 4)]);
    await operator.note(idle, [mailQueueCondition(null, 0)]);
    expect(await inbox.subjects()).toEqual([
      'SEE City Platform: mails are not sent',
      'SEE City Platform: mails are sent again',
    ]);
  });

  it('is nobody without an address, which is refused when it is none', async () => {
    const dataDir = testFolder();
    const options = { dataDir, siteUrl: 'x', log: () => undefined };
    await createOperator({ ...options, variables: { SEE_OPERATOR_MAIL: ' ' } }).note(failed);
    expect(readdirSync(dataDir)).toEqual([]);
    const variables = { SEE_OPERATOR_MAIL: 'me', SMTP_PORT: 'x' };
    expect(() => createOperator({ ...options, variables })).toThrow(
      /SEE_OPERATOR_MAIL is not an e-mail address.*SMTP_PORT is not a number/s,
    );
    expect(readOperatorSettings({ SEE_OPERATOR_MAIL: 'me@localhost' })).toEqual({
      to: 'me@localhost',
      from: 'SEE City Platform <no-reply@localhost>',
      host: 'localhost',
      port: 1025,
      login: undefined,
    });
    const login = { SMTP_USER: 'see', SMTP_PASSWORD: 'a word' };
    expect(readOperatorSettings(login).login).toEqual({ user: 'see', pass: 'a word' });
  });
});

it('a disk is at fault when its folder cannot be written to', () => {
  const folder = testFolder();
  expect(diskFault(folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  expect(diskFault(path.join(folder, 'none'))).toContain('cannot be written to (ENOENT)');
});

function operatorAt(
  dataDir: string,
  clock: { at: number },
  more: { lookEveryMs?: number; signal?: AbortSignal } = {},
) {
  return createOperator({
    dataDir,
    siteUrl: 'https://see.example',
    log: () => undefined,
    variables: {
      SEE_OPERATOR_MAIL: 'operator@localhost',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(inbox.smtp),
    },
    now: () => new Date(clock.at),
    ...more,
  });
}
