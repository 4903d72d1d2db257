import { overflowOf } from './every-look.ts';
import { expectLanguagesMarked } from './language-of-parts.ts';
import { expect, test } from './reader.ts';
import { inOtherLanguages, templates } from './templates.ts';
import { violationsOf } from './violations.ts';

const widths = [1280, 360];
const schemes = ['light', 'dark'] as const;

test.use({ provoked: /404 \(Not Found\)/ });

for (const [name, address] of [...templates, ...inOtherLanguages]) {
  test(`${name}: open to all, in light and dark, wide and narrow`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const faults = await violationsOf(page);
        expect.soft(faults, `${address}, ${colorScheme}, ${width} px`).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const overflow = await overflowOf(page);
    expect.soft(overflow, 'pixels beyond the edge at 320 px').toBeLessThanOrEqual(0);
    await expectLanguagesMarked(page);
  });
}
