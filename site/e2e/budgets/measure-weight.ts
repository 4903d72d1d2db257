import type { Browser } from '@playwright/test';
import { fontsByScript } from './font-files.ts';
import { limits, weighed } from './limits.ts';
import { atMost, type Figure } from './result.ts';
import { weighPage } from './weigh-page.ts';

/** What practice pages and typefaces cost on the network. */
export async function measureWeight(browser: Browser, siteUrl: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const address of weighed) {
    const page = await browser.newPage();
    const { bytes, requests, script } = await weighPage(page, siteUrl + address);
    await page.close();
    const { page: limit } = limits;
    figures.push(
      atMost(`${address}: without images and fonts`, 'B', bytes, limit.bytes),
      atMost(`${address}: requests`, 'requests', requests, limit.requests),
      atMost(`${address}: JavaScript`, 'B', script, limit.script),
    );
  }
  for (const [script, bytes] of Object.entries(fontsByScript())) {
    figures.push(atMost(`Typefaces, ${script}`, 'B', bytes, limits.fontsOfScript));
  }
  return figures;
}
