import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the page as it stands now breaks of WCAG 2.2 AA, each with its element. */
export async function violationsOf(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // The checker is large: a page that has it already is not given it again.
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) });
  const { violations } = await builder
    .options({ resultTypes: ['violations'] })
    .withTags(standard)
    // There are no frames, so one pass in the page itself is enough.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
