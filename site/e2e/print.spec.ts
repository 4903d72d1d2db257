import type { Page } from '@playwright/test';
import { type OpenRecord, pathOf, readList } from './open-data.ts';
import { expect, test } from './reader.ts';

const languages = ['', '/el', '/ro', '/it', '/sr'];

/** Pages of A4 when the page at the address is printed. */
async function printedPages(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test('every practice prints as one page', async ({ page, request }) => {
  for (const practice of await readList(request, 'practices')) {
    const address = pathOf(practice);
    expect.soft(await printedPages(page, address), address).toBe(1);
  }
});

for (const language of languages) {
  test(`the longest practice prints as one page in "${language || '/'}"`, async ({
    page,
    request,
  }) => {
    const lengthOf = (entry: OpenRecord) => JSON.stringify(entry).length;
    const practices = await readList(request, 'practices');
    const longest = practices.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
    const address = `${language}${pathOf(longest)}`;
    expect(await printedPages(page, address), address).toBe(1);
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
