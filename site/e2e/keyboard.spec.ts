import { seeFocus } from './focus.ts';
import { expect, test } from './reader.ts';

const pages = ['/', '/practices', '/practices/tordino-river-contract', '/cities/kavala', '/map'];

test('the skip link comes first, can be seen, and leads past the navigation', async ({ page }) => {
  await page.goto('/cities/kavala');
  const skip = page.locator('.skip');
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const isInMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
  expect(isInMain).toBe(true);
});

for (const address of [...pages, '/el/glossary', '/members']) {
  for (const width of [1280, 360]) {
    test(`${address} at ${width} px: every stop of Tab can be seen`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(address);
      const faults: string[] = [];
      let stops = 0;
      for (; stops < 110; stops += 1) {
        await page.keyboard.press('Tab');
        const { name, fault } = await seeFocus(page);
        if (name === null) break;
        if (fault !== null) faults.push(`Stop ${stops + 1}, ${name}, ${fault}`);
      }
      expect(stops).toBeGreaterThan(5);
      expect(faults).toEqual([]);
    });
  }
}

for (const address of [...pages, '/challenges', '/about']) {
  test(`${address} in the dark: the words of a focused link are dark on its halo`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.goto(address);
    const faults = await page.evaluate(() => {
      const root = getComputedStyle(document.documentElement);
      const probe = document.body.appendChild(document.createElement('span'));
      const resolved = (name: string) => {
        probe.style.color = root.getPropertyValue(name);
        return getComputedStyle(probe).color;
      };
      const [halo, text] = [resolved('--focus-halo'), resolved('--focus-text')];
      probe.remove();
      return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) => {
        link.focus();
        if (getComputedStyle(link).backgroundColor !== halo) return [];
        const words = [link, ...link.querySelectorAll<HTMLElement>('*:not(svg, svg *)')];
        return words.every((each) => getComputedStyle(each).color === text) ? [] : [link.outerHTML];
      });
    });
    expect(faults).toEqual([]);
  });
}

test('a phone with a keyboard opens the menu, walks it and closes it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/practices');
  const button = page.locator('.menu-button');
  const menu = page.locator('#site-nav');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(menu.locator('.main a').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/challenges');
});

test('filters are unfolded, ticked and cleared by keys alone', async ({ page }) => {
  await page.goto('/practices');
  const facet = page.locator('details.facet', { has: page.locator('input[name="country"]') });
  await expect(facet).not.toHaveAttribute('open');
  await facet.locator('> summary').focus();
  await page.keyboard.press('Enter');
  await expect(facet).toHaveAttribute('open', '');
  await page.keyboard.press('Tab');
  const first = facet.locator('input').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
  await expect(first, 'filtering takes nobody elsewhere').toBeFocused();
  await expect(page).toHaveURL(/\?/);
  const chip = page.locator('.applied [data-token] button');
  await chip.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/practices');
  await expect(page.locator('#results-h')).toBeFocused();
});

test('a search starts from the masthead by keys alone', async ({ page }) => {
  await page.goto('/practices');
  await page.locator('#masthead-q').focus();
  await page.keyboard.type('river');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=river');
});

test('light or dark is chosen by keys, kept, and given back to the device', async ({ page }) => {
  await page.goto('/');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).color);
  const light = await paper();
  await page.locator('.theme input[value="auto"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto('/practices');
  await expect(page.locator('.theme input[value="dark"]')).toBeChecked();
  expect(await paper()).toBe(dark);
  await page.locator('.theme input[value="dark"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  expect(await paper()).toBe(light);
});
