import { afterAll, beforeAll, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true });
});
afterAll(async () => {
  await cms.stop();
});

it('answers that it is healthy', async () => {
  const response = await fetch(`${cms.url}/_health`);
  expect(response.status).toBe(204);
});
