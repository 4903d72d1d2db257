import type { APIRequestContext, Page } from '@playwright/test';
import { type OpenRecord, pathOf, readList } from './open-data.ts';
import { expect, test } from './reader.ts';

/** Pages of A4 when the page at the address is printed. */
async function printedPages(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Addresses of the entries with most to say, in English. */
async function longest(request: APIRequestContext, list: string, count: number): Promise<string[]> {
  const lengthOf = (entry: OpenRecord) => JSON.stringify(entry).length;
  const entries = await readList(request, list);
  return entries
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, count)
    .map(pathOf);
}

for (const [list, count] of [
  ['practices', 8],
  ['strategies', 5],
] as const) {
  test(`the longest ${list} print as one page of A4 each`, async ({ page, request }) => {
    for (const address of await longest(request, list, count)) {
      expect.soft(await printedPages(page, address), address).toBe(1);
    }
  });

  test(`the longest of the ${list} prints as one page in every language`, async ({
    page,
    request,
  }) => {
    const [address = ''] = await longest(request, list, 1);
    for (const language of ['/el', '/ro', '/it', '/sr']) {
      expect.soft(await printedPages(page, language + address), language + address).toBe(1);
    }
  });
}

test('what only works on a screen is not printed', async ({ page }) => {
  await page.goto('/practices/tordino-river-contract');
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.site-nav', '.masthead form', '.foot', '.skip']) {
    await expect(page.locator(part).first()).toBeHidden();
  }
  await expect(page.locator('h1')).toBeVisible();
});

test('a heading of the council brief stands in the column of its text', async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1047 });
  await page.emulateMedia({ media: 'print' });
  await page.goto('/el/practices/kavala-young-first');
  for (const part of await page.locator('.part:visible').all()) {
    const left = await part.locator('h2').evaluate((h2) => h2.getBoundingClientRect().left);
    const text = await part.locator('.prose > :first-child').boundingBox();
    expect(text?.x, await part.innerText()).toBeCloseTo(left, 0);
  }
});
