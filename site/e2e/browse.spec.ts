import { expect, test } from './reader.ts';

test('a reader follows the whole line from a problem to what became of it', async ({ page }) => {
  const main = page.locator('main');
  const follow = async (prefix: string, type: string) => {
    await main.locator(`a[href^="${prefix}"]:visible`).first().click();
    await expect(page).toHaveURL(new RegExp(`${prefix}[a-z0-9-]*$`));
    await expect(main.locator(`article[data-type="${type}"]`)).toHaveAttribute('data-ref', /^SEE-/);
    await expect(main.locator('h1')).toHaveCount(1);
  };
  await page.goto('/');
  await main.locator('a[href="/challenges/trust-participation"]').first().click();
  await expect(main.locator('article')).toHaveAttribute('data-type', 'challenge');
  await follow('/practices/', 'practice');
  await follow('/cities/', 'city');
  await page.goto('/cities/kavala');
  await follow('/strategies/kavala-suds', 'strategy');
  await follow('/projects/', 'project');
  await follow('/strategies/', 'strategy');
  await follow('/instruments/', 'instrument');
  await follow('/cities/', 'city');
  await follow('/networks/', 'network');
});

test('what a page links to links back', async ({ page }) => {
  for (const [from, to] of [
    ['/cities/kavala', '/strategies/kavala-suds'],
    ['/strategies/kavala-suds', '/projects/kavala-school'],
    ['/cities/kavala', '/instruments/utf-kavala'],
    ['/cities/kavala', '/practices/kavala-young-first'],
    ['/methodologies/stakeholder-mapping', '/practices/kavala-young-first'],
    ['/projects/status', '/networks/status-see-city-network'],
  ] as const) {
    await page.goto(from);
    await expect(page.locator(`main a[href="${to}"]`).first(), `${from} → ${to}`).toBeAttached();
    await page.goto(to);
    await expect(page.locator(`main a[href="${from}"]`).first(), `${to} → ${from}`).toBeAttached();
  }
});

test('a reader changes the language and stays on the same town', async ({ page }) => {
  await page.goto('/cities/kavala');
  await page.locator('.langs a[hreflang="el"]').click();
  await expect(page).toHaveURL('/el/cities/kavala');
  await expect(page.locator('html')).toHaveAttribute('lang', 'el');
  await expect(page.locator('h1')).toContainText('Καβάλα');
  await page.locator('.langs a[hreflang="en"]').click();
  await expect(page).toHaveURL('/cities/kavala');
});

test('home, map and lists mark the ten partners of STATUS', async ({ page }) => {
  for (const address of ['/', '/map', '/cities']) {
    await page.goto(address);
    await expect(
      page
        .locator('main')
        .getByText(/STATUS partner|in STATUS/i)
        .first(),
    ).toBeVisible();
  }
  await page.goto('/');
  await expect(page.locator('.site-nav').getByRole('link', { name: 'Members Area' })).toBeVisible();
});
