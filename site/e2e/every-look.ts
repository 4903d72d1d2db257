import type { Page } from '@playwright/test';
import { expect } from './reader.ts';
import { violationsOf } from './violations.ts';

/** Pixels that stand beyond the right edge of the page as it is now. */
export async function overflowOf(page: Page): Promise<number | string> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const isCut = [root, document.body].some((e) => getComputedStyle(e).overflowX !== 'visible');
    return isCut ? 'Something hides the overflow.' : root.scrollWidth - root.clientWidth;
  });
}

/** The page as it stands now breaks nothing in light and dark, and fits in each of the widths. */
export async function expectEveryLook(page: Page, widths: readonly number[]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 740 });
      expect.soft(await violationsOf(page), `${colorScheme}, ${width} px`).toEqual([]);
      const overflow = await overflowOf(page);
      expect.soft(overflow, `pixels beyond the edge at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
}
