import { afterAll, beforeAll, describe } from 'vitest';
import { describeDoors, SITE } from '../accounts/door-cases.js';
import { describeRegistering } from '../accounts/register-cases.js';
import { describeSessions } from '../accounts/session-cases.js';
import { describeForgedAccounts } from '../attack/account-cases.js';
import { describeOddRequests } from '../attack/odd-cases.js';
import { boot, type RunningCms } from '../support/boot.js';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true, database: 'postgres', env: { SITE_URL: SITE } });
});
afterAll(async () => {
  await cms.stop();
});

describe('registering', () => {
  describeRegistering(() => cms);
});
describe('sessions', () => {
  describeSessions(() => cms);
});
describe('doors', () => {
  describeDoors(() => cms);
});
describe('forged accounts', () => {
  describeForgedAccounts(() => cms);
});
describe('odd requests of members', () => {
  describeOddRequests(() => cms);
});
