import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';
import { runLayer } from './layer.ts';
import { readPlaywrightReport } from './playwright-report.ts';
import { testFolder } from './test-folder.ts';
import { readVitestReport } from './vitest-layer.ts';

const signal = new AbortController().signal;

function reportOf(content: unknown): string {
  const file = path.join(testFolder(), 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('the counts of vitest', () => {
  const passing = { success: true, numPassedTests: 7, numFailedTests: 0, testResults: [] };

  it('are those of its report', () => {
    expect(readVitestReport(reportOf(passing), 0, '')).toMatchObject({ passed: 7, failed: 0 });
    const failing = {
      success: false,
      numPassedTests: 5,
      numFailedTests: 2,
      testResults: [
        {
          name: 'x.test.ts',
          status: 'failed',
          assertionResults: [{ fullName: 'adds', status: 'failed', failureMessages: ['1 ≠ 2'] }],
        },
      ],
    };
    expect(readVitestReport(reportOf(failing), 1, '')).toEqual({
      passed: 5,
      failed: 2,
      details: 'adds\n1 ≠ 2',
    });
  });

  it('show a failure when a file does not load, when it crashes, and without a report', () => {
    const broken = {
      ...passing,
      success: false,
      testResults: [{ name: 'x', status: 'failed', message: 'no export', assertionResults: [] }],
    };
    expect(readVitestReport(reportOf(broken), 1, '')).toMatchObject({ passed: 7, failed: 1 });
    expect(readVitestReport(reportOf(passing), 134, 'out of memory')).toMatchObject({
      failed: 1,
      details: 'out of memory',
    });
    expect(readVitestReport(reportOf('{'), 1, 'no such option').details).toContain(
      'no such option',
    );
  });
});

it('the counts of Playwright are those of its report, and a crash is a failure', () => {
  const stats = { expected: 9, unexpected: 2, flaky: 1, skipped: 0 };
  expect(readPlaywrightReport(reportOf({ stats, errors: [] }), 1, 'two')).toMatchObject({
    passed: 10,
    failed: 2,
    details: 'two',
  });
  const fine = { stats: { ...stats, unexpected: 0 }, errors: [] };
  expect(readPlaywrightReport(reportOf(fine), 0, '1 flaky')).toEqual({
    passed: 10,
    failed: 0,
    details: '1 flaky',
  });
  const crashed = { ...fine, errors: [{ message: 'no config' }] };
  expect(readPlaywrightReport(reportOf(crashed), 0, '')).toMatchObject({ failed: 1 });
  expect(readPlaywrightReport('/nowhere', 1, 'x')).toMatchObject({ passed: 0, failed: 1 });
});

describe('a layer', () => {
  it('that crashes, or has no tests, counts as one failure', async () => {
    const crash = { name: 'x', run: () => Promise.reject(new Error('did not come up')) };
    expect(await runLayer(crash, signal)).toMatchObject({ failed: 1, details: 'did not come up' });
    const empty = { name: 'x', run: () => Promise.resolve({ passed: 0, failed: 0, details: '' }) };
    expect(await runLayer(empty, signal)).toMatchObject({ failed: 1 });
  });
});

describe('the browser', () => {
  it('is the one that is named, else one on the PATH', async () => {
    const dir = testFolder();
    const bin = path.join(dir, 'bin');
    mkdirSync(bin);
    const file = path.join(bin, 'chromium');
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    expect(await findBrowser({ PATH: `/nowhere:${bin}` }, signal)).toBe(file);
    expect(await findBrowser({ CHROMIUM_PATH: file, PATH: '' }, signal)).toBe(file);
  });

  it('that is named and not there is refused with what to do', async () => {
    await expect(findBrowser({ CHROMIUM_PATH: '/nowhere/chrome' }, signal)).rejects.toThrow(
      /CHROMIUM_PATH names \/nowhere\/chrome.*Install Chromium/,
    );
  });
});
