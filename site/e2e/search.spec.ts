import type { Page, Request } from '@playwright/test';
import { limits } from './budgets/limits.ts';
import { expect, test } from './reader.ts';
import { answered } from './searching.ts';

const heading = (page: Page) => page.locator('#results-h');
const titles = (page: Page) => page.locator('.rows h3');
const counts = (page: Page, facet: string) =>
  page.locator('.facet', { has: page.getByRole('heading', { name: facet, exact: true }) });

test('the masthead’s field leads to results', async ({ page }) => {
  await page.goto('/practices');
  await page.getByRole('searchbox').fill('Balti');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=Balti');
  await expect(titles(page).first()).toHaveText('Bălți');
  await titles(page).first().getByRole('link').click();
  await expect(page).toHaveURL('/cities/balti');
});

const inOwnLanguage = [
  ['/search?q=Kavala', 'Kavala', '/cities/kavala'],
  ['/el/search?q=Kavala', 'Καβάλα', '/el/cities/kavala'],
  ['/ro/search?q=Balti', 'Bălți', '/ro/cities/balti'],
  ['/it/search?q=Темерин', 'Temerin', '/it/cities/temerin'],
  ['/sr/search?q=Темеринa', 'Temerin', '/sr/cities/temerin'],
] as const;

for (const [address, title, target] of inOwnLanguage) {
  test(`${address} is answered in the reader’s language`, async ({ page }) => {
    await page.goto(address);
    await expect(titles(page).first()).toHaveText(title);
    await expect(titles(page).first().getByRole('link')).toHaveAttribute('href', target);
    await expect(page.locator('.rows mark').first()).toBeVisible();
  });
}

test('what is not translated says its language', async ({ page }) => {
  await page.goto('/el/search?q=Kavala&type=practice');
  const link = titles(page).first().getByRole('link');
  await expect(link).toHaveAttribute('lang', 'en');
});

test('searches while one types, and says how much there is', async ({ page }) => {
  await page.goto('/search');
  await page.getByRole('searchbox').fill('flood');
  await expect(heading(page)).toHaveText(/^Results: \d+$/);
  await expect(page.getByRole('status')).toHaveText(/^Results: \d+$/);
  await expect(page).toHaveURL('/search?q=flood');
});

test('the address holds the whole state: back, reload, share', async ({ page, context }) => {
  await page.goto('/search?q=plan');
  await answered(page);
  const all = await heading(page).textContent();
  await counts(page, 'Kind of entry').getByLabel('Practices').check();
  await expect(page).toHaveURL('/search?q=plan&type=practice');
  await expect(heading(page)).not.toHaveText(all ?? '');
  await answered(page);
  const some = await heading(page).textContent();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL('/search?q=plan&type=practice&page=2');
  await expect(heading(page)).toBeFocused();
  await answered(page);
  const [first] = await titles(page).allTextContents();
  await page.reload();
  await expect(titles(page).first()).toHaveText(first ?? '');
  const shared = await context.newPage();
  await shared.goto(page.url());
  await expect(titles(shared).first()).toHaveText(first ?? '');
  await expect(counts(shared, 'Kind of entry').getByLabel('Practices')).toBeChecked();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/search?q=plan');
  await expect(heading(page)).toHaveText(all ?? '');
  await expect(counts(page, 'Kind of entry').getByLabel('Practices')).not.toBeChecked();
  await page.goForward();
  await expect(heading(page)).toHaveText(some ?? '');
});

test('each facet counts what it would leave', async ({ page }) => {
  await page.goto('/search?q=Kavala&type=practice');
  await answered(page);
  const row = counts(page, 'Country').getByRole('listitem').filter({ hasText: 'Greece' });
  await row.getByRole('checkbox').check();
  await expect(heading(page)).toHaveText(/^Results: [1-9]/);
  // The facet's own filter does not lower its counts, so both say the same once they are counted.
  await expect(async () => {
    const count = await row.locator('.n').textContent();
    await expect(heading(page)).toHaveText(`Results: ${count ?? ''}`, { timeout: 100 });
  }).toPass({ timeout: 10_000 });
});

test('"not known" can be asked for, and taken off again', async ({ page }) => {
  await page.goto('/search?type=practice&cost=unknown');
  await expect(heading(page)).toHaveText(/^Results: [1-9]/);
  await page.getByRole('button', { name: 'Remove filter: Money it took: not known' }).click();
  await expect(page).toHaveURL('/search?type=practice');
});

test('a planning term leads to what others call it', async ({ page }) => {
  await page.goto('/search?q=PUG');
  const hint = page.locator('.search-hint').first();
  await expect(hint.getByRole('link').first()).toHaveAttribute('href', '/glossary#see-g-001');
  await hint.getByRole('link').nth(1).click();
  await expect(page).toHaveURL(/\/search\?q=.+/);
  await expect(titles(page).first()).toHaveText('General plan of a town');
});

test('an empty answer says what to do', async ({ page }) => {
  await page.goto('/search?q=Kavala&country=RO&type=glossary-term');
  await expect(heading(page)).toHaveText('Nothing found for “Kavala”');
  await expect(page.getByRole('heading', { name: 'Or go through a list' })).toBeVisible();
  await page.getByRole('button', { name: 'Search without the filters' }).click();
  await expect(page).toHaveURL('/search?q=Kavala');
  await expect(titles(page).first()).toHaveText('Kavala');
});

test('markup in a query stays text', async ({ page }) => {
  const query = '"><img src=x onerror=alert(1)> $& {count}';
  await page.goto(`/search?q=${encodeURIComponent(query)}&country=%3Cb%3E&page=9e9`);
  await expect(heading(page)).toHaveText(/^(Nothing|Results)/);
  await expect(page.getByRole('searchbox')).toHaveValue(query);
  expect(await page.locator('.results img').count()).toBe(0);
});

test('the slash turns to the field, but not while one types', async ({ page }) => {
  await page.goto('/search?q=Kavala');
  await expect(titles(page).first()).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('/2');
  await expect(page.getByRole('searchbox')).toHaveValue('Kavala/2');
});

test.describe('when the index cannot be had', () => {
  test.use({ provoked: /Failed to load resource|net::ERR_FAILED/ });

  test('the page says so and offers the lists', async ({ page }) => {
    await page.route('**/pagefind/pagefind.js', (route) => route.abort());
    await page.goto('/search?q=Kavala');
    await expect(heading(page)).toHaveText('The search could not be loaded');
    await expect(
      page.getByRole('link', { name: 'Glossary of planning terms' }).first(),
    ).toBeVisible();
  });
});

test('loads nothing of the index before it is wanted, and little then', async ({ page }) => {
  // Sizes are asked for when they are wanted: a late file's would outlive the page.
  const finished: Request[] = [];
  page.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname.startsWith('/pagefind/')) finished.push(request);
  });
  const weigh = async () => {
    const sizes = await Promise.all(finished.splice(0).map((request) => request.sizes()));
    return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  };
  const field = page.getByRole('searchbox');
  await page.goto('/search', { waitUntil: 'networkidle' });
  expect(await weigh(), 'bytes before the field is used').toBe(0);
  const last = page.waitForResponse('**/pagefind/terms.json');
  await field.fill('market');
  await (await last).finished();
  await expect(titles(page).first()).toBeVisible();
  const first = await weigh();
  expect(first, 'bytes of the first search').toBeLessThanOrEqual(limits.search.first);
  expect(first).toBeGreaterThan(50_000);
  await field.fill('young');
  await expect(page).toHaveURL('/search?q=young');
  await answered(page);
  expect(await weigh(), 'bytes of the next search').toBeLessThanOrEqual(limits.search.next);
});
