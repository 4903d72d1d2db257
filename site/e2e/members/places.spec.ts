import type { Page } from '@playwright/test';
import { z } from 'zod';
import { violationsOf } from '../violations.ts';
import { expect, openAccount, signIn, test } from './member.ts';

const bar = (page: Page) => page.locator('.savebar');
const towns = (page: Page) =>
  page.locator('entry-picker').filter({ has: page.locator('#f-cities') });
const town = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function startPractice(page: Page): Promise<void> {
  await page.goto('/members/practices/edit');
  await signIn(page, await openAccount());
  await page.getByLabel('Title', { exact: true }).fill('Benches along the river');
  await expect(page).toHaveURL(/\?id=/);
}

/** Opens the map by the keyboard alone. */
async function openMap(page: Page): Promise<void> {
  await page.getByText('Choose on the map').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Map of the towns' })).toBeVisible();
}

test('towns are chosen on the map and in the list, and both always say the same', async ({
  page,
}) => {
  await startPractice(page);
  await openMap(page);
  await town(page, 'Kavala, Greece').press('Enter');
  await town(page, 'Drama, Greece').press('Space');
  const chosen = towns(page).getByRole('listitem');
  await expect(chosen).toHaveText([/^Kavala/, /^Drama/]);
  await expect(town(page, 'Drama, Greece')).toBeFocused();
  await chosen.first().getByRole('button', { name: 'Remove Kavala' }).press('Enter');
  await expect(town(page, 'Kavala, Greece')).toHaveAttribute('aria-pressed', 'false');
  await expect(town(page, 'Drama, Greece')).toHaveAttribute('aria-pressed', 'true');
  await page.getByLabel('Town or region').fill('bălți');
  await page.getByRole('option', { name: /Bălți/ }).click();
  await expect(town(page, 'Bălți, Moldova')).toHaveAttribute('aria-pressed', 'true');
  await expect(towns(page).getByRole('status')).toHaveText('');
  expect(await violationsOf(page)).toEqual([]);
  await expect(bar(page)).toContainText(/Saved \d\d:\d\d/);
  await page.reload();
  await expect(chosen).toHaveText([/^Drama/, /^Bălți/]);
  await openMap(page);
  await expect(town(page, 'Drama, Greece')).toHaveAttribute('aria-pressed', 'true');
  await town(page, 'Drama, Greece').press('Enter');
  await expect(town(page, 'Drama, Greece')).toHaveAttribute('aria-pressed', 'false');
  await expect(chosen).toHaveText([/^Bălți/]);
});

test('every town of the list is on the map, large enough to press, even on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await startPractice(page);
  await openMap(page);
  const buttons = page.getByRole('group', { name: 'Map of the towns' }).getByRole('button');
  const listed = await page.request.get('/members/options/city.json');
  await expect(buttons).toHaveCount(z.array(z.unknown()).parse(await listed.json()).length);
  for (const button of await buttons.all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await violationsOf(page)).toEqual([]);
});

test('the very spot is marked on the map or typed, and shown', async ({ page }) => {
  await startPractice(page);
  await openMap(page);
  const mark = page.getByRole('button', { name: 'Mark the spot on the map' });
  await expect(mark).toBeHidden();
  await page.getByLabel('The full form').check();
  await mark.click();
  const gabrovo = town(page, 'Gabrovo, Bulgaria');
  const box = await gabrovo.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 12, (box?.y ?? 0) + 12);
  await expect(mark).toHaveAttribute('aria-pressed', 'false');
  await expect(gabrovo).toHaveAttribute('aria-pressed', 'false');
  const [latitude, longitude] = [page.getByLabel('Latitude'), page.getByLabel('Longitude')];
  expect(Math.abs(Number(await latitude.inputValue()) - 42.87)).toBeLessThan(0.1);
  expect(Math.abs(Number(await longitude.inputValue()) - 25.33)).toBeLessThan(0.1);
  const spot = page.locator('.pick-spot');
  await expect(spot).toBeVisible();
  await latitude.fill('44,27');
  await longitude.fill('19,9');
  const near = await town(page, 'Valjevo, Serbia').boundingBox();
  const shown = await spot.boundingBox();
  expect(Math.abs((near?.x ?? 0) - (shown?.x ?? 99))).toBeLessThan(4);
  expect(Math.abs((near?.y ?? 0) - (shown?.y ?? 99))).toBeLessThan(4);
  await expect(bar(page)).toContainText(/Saved \d\d:\d\d/);
  await page.reload();
  await expect(latitude).toHaveValue('44.27');
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });

  test('one town after the other is tapped, each as high as a finger', async ({ page }) => {
    await startPractice(page);
    const field = page.getByLabel('Town or region');
    const options = towns(page).getByRole('option');
    const chosen = towns(page).getByRole('listitem');
    for (const count of [1, 2]) {
      await field.tap();
      const box = await options.first().boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      await options.first().tap();
      await expect(chosen).toHaveCount(count);
    }
    const remove = chosen.first().getByRole('button');
    expect((await remove.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await remove.tap();
    await expect(chosen).toHaveCount(1);
  });
});
