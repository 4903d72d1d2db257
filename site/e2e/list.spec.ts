import type { Page } from '@playwright/test';
import { expect, test } from './reader.ts';

const rows = (page: Page) => page.locator('.rows > .row:visible');
const refs = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-ref')));
const box = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`);

/** Ticks or clears a value as a reader does, who first unfolds what it stands in. */
async function press(page: Page, name: string, value: string): Promise<void> {
  const folds = page.locator('details', { has: box(page, name, value) });
  for (const fold of await folds.all()) {
    const isOpen = (await fold.getAttribute('open')) !== null;
    if (!isOpen) await fold.locator('> summary').click();
  }
  await box(page, name, value).click();
}

/** The number that stands beside a value of a facet. */
async function countOf(page: Page, name: string, value: string): Promise<number> {
  const label = page.locator('label', { has: box(page, name, value) });
  return Number(await label.locator('.n').textContent());
}

async function valuesOf(page: Page, name: string): Promise<string[]> {
  const boxes = page.locator(`.filters input[name="${name}"]`);
  return boxes.evaluateAll((all) => all.map((input) => input.getAttribute('value') ?? ''));
}

test('a filter narrows the list, says so, and stays in the address', async ({ page }) => {
  await page.goto('/practices');
  const all = await rows(page).count();
  const expected = await countOf(page, 'country', 'GR');
  expect(expected).toBeGreaterThan(0);
  expect(expected).toBeLessThan(all);
  await press(page, 'country', 'GR');
  await expect(rows(page)).toHaveCount(expected);
  await expect(page).toHaveURL('/practices?country=GR');
  await expect(page.locator('#results-h')).toContainText(new RegExp(`^${expected} of ${all}`));
  await expect(page.locator('[data-said]')).toContainText(`${expected} of ${all}`);
  await page.reload();
  await expect(box(page, 'country', 'GR')).toBeChecked();
  await expect(rows(page)).toHaveCount(expected);
});

test('each count is what its value leaves', async ({ page }) => {
  await page.goto('/practices');
  const countries = await valuesOf(page, 'country');
  expect(countries.length).toBeGreaterThan(3);
  for (const country of countries) {
    await page.goto(`/practices?country=${country}`);
    await expect(rows(page)).toHaveCount(await countOf(page, 'country', country));
  }
});

test('filters of two facets meet, are taken off one by one and all at once', async ({ page }) => {
  await page.goto('/practices?country=GR');
  const greek = await refs(page);
  const challenges = await valuesOf(page, 'challenge');
  const counts = await Promise.all(challenges.map((value) => countOf(page, 'challenge', value)));
  const at = counts.findIndex((count) => count > 0 && count < greek.length);
  const challenge = challenges[at] ?? '';
  await page.goto(`/practices?country=GR&challenge=${challenge}`);
  await expect(rows(page)).toHaveCount(counts[at] ?? -1);
  expect(greek).toEqual(expect.arrayContaining(await refs(page)));
  await expect(page.locator('.applied [data-token]')).toHaveCount(2);
  await page.locator('.applied [data-token^="challenge:"] button').click();
  await expect(page).toHaveURL('/practices?country=GR');
  expect(await refs(page)).toEqual(greek);
  await page.locator('[data-clear]').click();
  await expect(page).toHaveURL('/practices');
  await expect(page.locator('.applied')).toBeHidden();
});

test('the way back from an entry finds the list as it was', async ({ page }) => {
  await page.goto('/practices');
  await press(page, 'country', 'RO');
  const romanian = await refs(page);
  await rows(page).first().locator('h3 a').click();
  await expect(page.locator('article[data-type="practice"]')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/practices?country=RO');
  await expect(rows(page)).toHaveCount(romanian.length);
  expect(await refs(page)).toEqual(romanian);
  await page.goForward();
  await expect(page.locator('article[data-type="practice"]')).toBeVisible();
});

test('an order is kept in the address and holds under a filter', async ({ page }) => {
  await page.goto('/cities');
  const before = await refs(page);
  const select = page.locator('#sort');
  const values = await select
    .locator('option')
    .evaluateAll((all) => all.map((o) => o.getAttribute('value')));
  expect(values.length).toBeGreaterThan(1);
  for (const value of values.slice(1)) {
    await select.selectOption(value);
    await expect(page).toHaveURL(`/cities?sort=${value ?? ''}`);
    const after = await refs(page);
    expect(after.toSorted()).toEqual(before.toSorted());
    expect(after).not.toEqual(before);
    await page.reload();
    expect(await refs(page)).toEqual(after);
  }
});

test('unknown is a value that can be asked for', async ({ page }) => {
  await page.goto('/practices');
  await expect(box(page, 'cost', 'unknown')).toHaveCount(1);
  const expected = await countOf(page, 'cost', 'unknown');
  expect(expected).toBeGreaterThan(0);
  await page.goto('/practices?cost=unknown');
  await expect(rows(page)).toHaveCount(expected);
});

test('an old address leads to the list with its filter on', async ({ page }) => {
  await page.goto('/utfs');
  await expect(page).toHaveURL('/instruments?kind=urbanTaskForce');
  await expect(box(page, 'kind', 'urbanTaskForce')).toBeChecked();
  const all = await page.locator('.rows > .row').count();
  expect(await rows(page).count()).toBeLessThan(all);
});

test('on a phone the filters open over the list and give it back', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/practices');
  const sheet = page.locator('#filters');
  await expect(sheet).toBeHidden();
  await page.locator('.filter-button').click();
  await expect(sheet).toBeVisible();
  await press(page, 'country', 'GR');
  await page.locator('.filters-done button').click();
  await expect(sheet).toBeHidden();
  await expect(page.locator('.filter-button')).toContainText('(1)');
  await expect(rows(page).first()).toBeVisible();
});
