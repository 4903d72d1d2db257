import { afterAll, beforeAll } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { describeOddRequests } from './odd-cases.js';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
});
afterAll(async () => {
  await cms.stop();
});

describeOddRequests(() => cms);
