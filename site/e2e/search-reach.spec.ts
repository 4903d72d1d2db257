/** What the search has to reach: every facet, every script, whatever the network does meanwhile. */
import { expectLanguagesMarked } from './language-of-parts.ts';
import { expect, test } from './reader.ts';
import { answered, found, openSearch, results } from './searching.ts';

const towns = [
  ['/search?q=Balti', '/cities/balti', 'Bălți'],
  ['/search?q=Темерин', '/cities/temerin', 'Temerin'],
  ['/search?q=Καβάλα', '/cities/kavala', 'Kavala'],
  ['/el/search?q=καβαλας', '/el/cities/kavala', 'Καβάλα'],
  ['/ro/search?q=alba+iulia', '/ro/cities/alba-iulia', 'Alba Iulia'],
  ['/it/search?q=Foggia', '/it/cities/foggia', 'Foggia'],
  ['/sr/search?q=Никшић', '/sr/cities/niksic', 'Nikšić'],
] as const;

for (const [address, town, name] of towns) {
  test(`${address} reaches ${name}`, async ({ page }) => {
    await openSearch(page, address);
    const link = results(page).locator(`h3 a[href="${town}"]`);
    await expect(link).toContainText(name);
    await expectLanguagesMarked(page);
    await link.click();
    await expect(page).toHaveURL(town);
    await expect(page.locator('h1')).toContainText(name);
  });
}

test('only what was asked for is marked, in all its forms', async ({ page }) => {
  await openSearch(page, '/search?q=river+contract');
  expect(await found(page)).toContain('/practices/tordino-river-contract');
  const marked = await page.locator('.results mark').allTextContents();
  expect(marked.length).toBeGreaterThan(2);
  for (const text of marked) expect(text).toMatch(/^(river|contract)s?$/i);
});

test('every facet of the contract is offered', async ({ page }) => {
  await page.goto('/search');
  const boxes = page.locator('.filters input[name]');
  const names = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('name')));
  const wanted = ['type', 'country', 'city', 'challenge', 'level', 'cost', 'language', 'lifecycle'];
  expect([...new Set(names)]).toEqual(expect.arrayContaining([...wanted, 'size', 'year']));
});

test('the pages of a long answer share no entry', async ({ page }) => {
  await openSearch(page, '/search?type=project');
  const first = await found(page);
  await page.locator('[data-next]').click();
  await expect.poll(() => found(page)).not.toEqual(first);
  const second = await found(page);
  expect(second.length).toBeGreaterThan(0);
  expect(first.filter((address) => second.includes(address))).toEqual([]);
});

test('a result is reached and opened by keys alone', async ({ page }) => {
  await page.goto('/search');
  await page.keyboard.press('/');
  await page.keyboard.type('tordino');
  await page.keyboard.press('Enter');
  await answered(page);
  const link = results(page).locator('h3 a').first();
  const address = (await link.getAttribute('href')) ?? '';
  for (let stops = 0; stops < 150; stops += 1) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address);
});

test.describe('on a line that comes and goes', () => {
  test.use({ provoked: /Failed to load resource|net::ERR_FAILED/ });

  test('the search works as soon as the index can be had', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await openSearch(page, '/search?q=tordino');
    await expect(results(page)).toHaveCount(0);
    await page.unroute('**/pagefind/**');
    await page.locator('#q').press('Enter');
    await expect(results(page).first()).toBeVisible();
  });
});
