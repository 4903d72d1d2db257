import type { Page } from '@playwright/test';
import { violationsOf } from '../violations.ts';
import { expect, openAccount, signIn, test } from './member.ts';

test.use({ provoked: /status of (400|401|409)|ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });

const bar = (page: Page) => page.locator('.savebar');
const title = (page: Page) => page.getByLabel('Title', { exact: true });

async function startPractice(page: Page): Promise<string> {
  const email = await openAccount();
  await page.goto('/members/practices/edit');
  await signIn(page, email);
  await title(page).fill('Benches made with the school');
  await expect(bar(page)).toContainText(/Saved \d\d:\d\d/);
  await expect(page).toHaveURL(/\?id=/);
  return email;
}

test('what is written while the line is cut is kept, offered and saved', async ({
  page,
  context,
}) => {
  await startPractice(page);
  await context.route('**/api/me/practices/**', (route) => route.abort());
  const line = page.getByLabel('In one line');
  await line.fill('Pupils built twelve benches for the river walk.');
  await expect(bar(page)).toContainText('There is no connection just now');
  await expect(bar(page)).toContainText('A copy is on this device');
  // The tab is lost before the line is back.
  const address = page.url();
  await page.goto('chrome://crash').catch(() => null);
  await page.close();
  await context.unroute('**/api/me/practices/**');
  const later = await context.newPage();
  await later.goto(address);
  const left = later.locator('[data-left]');
  await expect(left).toContainText('In one line');
  expect(await violationsOf(later)).toEqual([]);
  await left.getByRole('button', { name: 'Bring it in' }).click();
  await expect(later.getByLabel('In one line')).toHaveValue(/twelve benches/);
  await expect(bar(later)).toContainText(/Saved \d\d:\d\d/);
  await later.reload();
  await expect(later.getByLabel('In one line')).toHaveValue(/twelve benches/);
  await expect(left).toBeHidden();
});

test('two tabs that write the same answer are asked, and others are brought together', async ({
  page,
  context,
}) => {
  await startPractice(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(title(other)).toHaveValue('Benches made with the school');
  await title(other).fill('Benches from the other tab');
  await other.getByLabel('What did you do?').fill('We asked the pupils first.');
  await expect(bar(other)).toContainText(/Saved \d\d:\d\d/);
  await title(page).fill('Benches from this tab');
  const conflict = page.locator('[data-conflict]');
  await expect(conflict).toContainText('Benches from the other tab');
  await expect(conflict.getByRole('group')).toHaveCount(1);
  expect(await violationsOf(page)).toEqual([]);
  await conflict.getByRole('button', { name: 'Keep what I chose' }).click();
  await expect(title(page)).toHaveValue('Benches from this tab');
  await expect(page.getByLabel('What did you do?')).toHaveValue('We asked the pupils first.');
  await expect(bar(page)).toContainText(/Saved \d\d:\d\d/);
});

test('a session that ends while somebody writes costs nothing', async ({ page, context }) => {
  const email = await startPractice(page);
  await context.clearCookies();
  const refusal = {
    status: 401,
    headers: { 'Access-Control-Allow-Origin': new URL(page.url()).origin },
    json: { error: { status: 401, name: 'UnauthorizedError', message: 'No.', details: {} } },
  };
  await page.route('**/api/me/practices/**', (route) => route.fulfill(refusal), { times: 1 });
  await page.getByLabel('In one line').fill('Written after the session had ended.');
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByLabel('Password').fill('benches along the river');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('In one line')).toHaveValue(/session had ended/);
  await expect(bar(page)).toContainText(/Saved \d\d:\d\d/);
});

test('a text that is too long is named and waits; the others are saved', async ({ page }) => {
  await startPractice(page);
  await page.getByLabel('In one line').fill('x'.repeat(178));
  await page.getByLabel('What did you do?').fill('We asked the pupils.');
  await expect(page.getByText('18 characters too many')).toBeVisible();
  await expect(bar(page)).toContainText('Saved, but not: In one line.');
  await page.reload();
  await expect(page.getByLabel('What did you do?')).toHaveValue('We asked the pupils.');
});

test('what is missing is listed, linked and mended by keyboard alone; then it is sent', async ({
  page,
}) => {
  await startPractice(page);
  await page.getByRole('button', { name: 'Send to the editors' }).press('Enter');
  const summary = page.locator('entry-form [data-summary]');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(9);
  expect(await violationsOf(page)).toEqual([]);
  const { keyboard } = page;
  const turnTo = async (name: string) => {
    await summary.getByRole('link', { name: `“${name}” is still empty` }).press('Enter');
  };
  await turnTo('In one line');
  await keyboard.type('Pupils built twelve benches.');
  await turnTo('Town or region');
  await keyboard.type('kava');
  await expect(page.getByRole('option', { name: /Kavala/ }).first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page.locator('#f-cities').locator('xpath=../..')).toContainText('Kavala');
  await turnTo('Which problem did you face?');
  await expect(page.locator('#f-challenges-list').getByRole('option').first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await turnTo('What did you do?');
  await keyboard.type('We asked them, and they built.');
  await turnTo('Money, without your own staff');
  await keyboard.press('Space');
  await turnTo('What is different now?');
  await keyboard.type('People sit by the river.');
  await turnTo('Where does it stand?');
  await keyboard.press('Space');
  await turnTo('Started in');
  await keyboard.type('2023');
  await turnTo('Town hall, association or group that did it');
  await keyboard.type('School by the river');
  await expect(bar(page)).toContainText('10 of 10 answered');
  await page.getByRole('button', { name: 'Send to the editors' }).press('Enter');
  const box = page.locator('[data-state-box]');
  await expect(box.getByRole('heading', { name: 'With the editors' })).toBeFocused();
  await expect(title(page)).toBeDisabled();
  await box.getByRole('button', { name: 'Take it back' }).press('Enter');
  await expect(title(page)).toBeEnabled();
  expect(await violationsOf(page)).toEqual([]);
});

test('steps are added, moved and removed by buttons', async ({ page }) => {
  await startPractice(page);
  await page.getByLabel('The full form').check();
  const group = page.locator('part-group').filter({ hasText: 'Add: Step' });
  const step = group.getByLabel('What happened in this step?');
  for (const text of ['We asked', 'We drew', 'We built']) {
    await group.getByRole('button', { name: 'Add: Step' }).click();
    await step.last().fill(text);
  }
  await group.getByRole('button', { name: 'Move up Step 3' }).click();
  await group.getByRole('button', { name: 'Remove Step 1' }).click();
  await expect(bar(page)).toContainText(/Saved \d\d:\d\d/);
  await page.reload();
  await expect(step.nth(0)).toHaveValue('We built');
  await expect(step.nth(1)).toHaveValue('We drew');
  await expect(step).toHaveCount(2);
  expect(await violationsOf(page)).toEqual([]);
});
