import type { Browser } from '@playwright/test';
import { fontsByScript } from './font-files.ts';
import { limits, membersForm, membersPages, weighed } from './limits.ts';
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
  figures.push(...(await measureMembers(browser, siteUrl)));
  return figures;
}

/** Scripts of the members' section: each counts once, however many of its pages load it. */
async function measureMembers(browser: Browser, siteUrl: string): Promise<Figure[]> {
  const all = new Map<string, number>();
  let form = 0;
  for (const address of membersPages) {
    const page = await browser.newPage();
    const { script, scripts } = await weighPage(page, siteUrl + address);
    await page.close();
    for (const [url, bytes] of Object.entries(scripts)) all.set(url, bytes);
    if (address === membersForm) form = script;
  }
  const sum = [...all.values()].reduce((total, bytes) => total + bytes, 0);
  return [
    atMost('Members: JavaScript of all pages', 'B', sum, limits.members.all),
    atMost('Members: JavaScript of the form', 'B', form, limits.members.form),
  ];
}
