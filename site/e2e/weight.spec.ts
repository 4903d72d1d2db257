import { limits, weighed } from './budgets/limits.ts';
import { fontsByScript } from './budgets/font-files.ts';
import { weighPage } from './budgets/weigh-page.ts';
import { expect, test } from './reader.ts';

for (const address of weighed) {
  test(`${address} costs no more than a page may`, async ({ page }) => {
    const weight = await weighPage(page, address);
    expect
      .soft(weight.bytes, 'bytes without images and fonts')
      .toBeLessThanOrEqual(limits.page.bytes);
    expect.soft(weight.bytes).toBeGreaterThan(5_000);
    expect.soft(weight.requests, 'requests').toBeLessThanOrEqual(limits.page.requests);
    expect.soft(weight.script, 'bytes of script').toBeLessThanOrEqual(limits.page.script);
  });
}

test('the typefaces of each script cost no more than they may', () => {
  const scripts = fontsByScript();
  expect(Object.keys(scripts).toSorted()).toEqual(['cyrillic', 'greek', 'latin', 'latin-ext']);
  for (const [script, bytes] of Object.entries(scripts)) {
    expect.soft(bytes, script).toBeLessThanOrEqual(limits.fontsOfScript);
  }
});

test('what is unchanged travels once', async ({ page, request }) => {
  await page.goto('/practices');
  const style = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
  const asset = await request.get(style ?? '');
  expect(asset.headers()['cache-control']).toContain('immutable');
  expect(asset.headers()['content-encoding']).toMatch(/^(br|gzip)$/);
  const etag = (await request.get('/practices')).headers().etag ?? '';
  const again = await request.get('/practices', { headers: { 'If-None-Match': etag } });
  expect(again.status()).toBe(304);
});
