import { afterAll, beforeAll } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { describeDoors, SITE } from './door-cases.js';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true, env: { SITE_URL: SITE } });
});
afterAll(async () => {
  await cms.stop();
});

describeDoors(() => cms);
