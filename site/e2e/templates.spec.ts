import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './reader.ts';
import { templates } from './templates.ts';

const graph = z.looseObject({ '@context': z.literal('https://schema.org'), '@type': z.any() });
/** A missing page is no page of its own. */
const pages = templates.filter(([name]) => name !== 'missing page');

for (const [name, address] of pages) {
  test(`${name}: has its head, one heading and its data`, async ({ page }) => {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveTitle(/SEE City Platform/);
    const path = new URL(address, page.url()).pathname;
    const canonical = page.locator('link[rel="canonical"]');
    await expect(canonical).toHaveAttribute('href', new URL(path, page.url()).href);
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /.{20,}/);
    await expect(page.locator('link[hreflang]')).toHaveCount(6);
    // What the search shows is made in the browser, and it says so.
    if (name !== 'search') expect(await textBeyond(page, await answer?.text())).toEqual([]);
    const isDetail = path.split('/').length === 3 && !path.startsWith('/guides/');
    if (!isDetail) return;
    await expect(page.locator('main article[data-ref][data-type]')).toHaveCount(1);
    const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) graph.parse(JSON.parse(text));
  });
}

/** Text of the page that is not in the HTML it came as: what readers without script would miss. */
function textBeyond(page: Page, html = ''): Promise<string[]> {
  return page.evaluate((source) => {
    const parts = 'article, .rows, main h1, main .lead, main p';
    const textsOf = (root: Document) =>
      [...root.querySelectorAll(parts)].map((part) => part.textContent.replace(/\s+/g, ' ').trim());
    const served = new Set(textsOf(new DOMParser().parseFromString(source, 'text/html')));
    return textsOf(document).filter((text) => !served.has(text));
  }, html);
}
