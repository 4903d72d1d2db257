import type { Page } from '@playwright/test';
import { expect } from './reader.ts';

export const results = (page: Page) => page.locator('.results .rows > .row');

/** Waits until the search shows the answer to what was asked last. */
export async function answered(page: Page): Promise<void> {
  await expect(page.locator('#results-h')).toBeVisible();
  await expect(page.locator('.results')).not.toHaveAttribute('aria-busy');
}

/** Opens the search with a question in its address and waits for the answer. */
export async function openSearch(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await answered(page);
}

/** Addresses that the shown results lead to, in their order. */
export function found(page: Page): Promise<(string | null)[]> {
  return results(page)
    .locator('h3 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}
