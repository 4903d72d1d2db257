import { afterAll, beforeAll, expect, it } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';
import { documents, refusedPaths } from './support.js';

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot();
});
afterAll(() => cms.stop());

it('two pages never have the same key, and a page may keep its own', async () => {
  const pages = documents(cms.strapi, 'api::page.page');
  const first = await pages.create({ data: { key: 'house-rules', title: 'House rules' } });
  const again = pages.create({ data: { key: 'house-rules', title: 'Other rules' } });
  expect(await refusedPaths(again)).toEqual(['key']);
  const { documentId } = first;
  const renamed = await pages.update({ documentId, data: { key: 'house-rules', title: 'Rules' } });
  expect(renamed.title).toBe('Rules');
});
