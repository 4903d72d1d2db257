import { overflowOf } from '../every-look.ts';
import { violationsOf } from '../violations.ts';
import { expect, mailedLink, newAddress, openAccount, password, signIn, test } from './member.ts';

test.use({ provoked: /status of (400|401|403)/ });

test('somebody registers, confirms by a press, signs in and out, on a phone', async ({ page }) => {
  const email = newAddress();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/members');
  await page.getByRole('link', { name: 'Open an account' }).click();
  await page.getByRole('button', { name: 'Open the account' }).click();
  const summary = page.locator('[data-summary]:visible');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(4);
  await summary.getByRole('link', { name: 'Enter your name' }).click();
  await expect(page.getByLabel('Your name')).toBeFocused();
  expect(await violationsOf(page)).toEqual([]);

  await page.getByLabel('Your name').fill('Ana Petrović');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: 'New password' }).fill(password);
  await page.getByLabel('I agree that').check();
  await page.getByRole('button', { name: 'Open the account' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeFocused();
  await expect(page.getByText(email)).toBeVisible();

  const link = await mailedLink(email, 'confirmation=');
  await page.goto(link);
  await expect(page).toHaveURL('/members/confirm');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Yes, this is my account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is open' })).toBeFocused();

  await page.goto('/members');
  await signIn(page, email);
  await expect(page.getByText('You have told nothing yet')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);

  await page.reload();
  await expect(page.getByText('Ana Petrović')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a wrong password is told without saying what was wrong', async ({ page }) => {
  await page.goto('/members');
  const door = page.locator('[data-part="out"]');
  await door.getByLabel('E-mail address').fill(newAddress());
  await door.getByLabel('Password').fill('not the password');
  await door.getByRole('button', { name: 'Sign in' }).click();
  await expect(door.locator('[data-summary]')).toContainText('do not go together');
  expect(await violationsOf(page)).toEqual([]);
});

test('a forgotten password is replaced by the mailed link', async ({ page }) => {
  const email = await openAccount();
  await page.goto('/members/reset');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeFocused();
  await page.goto(await mailedLink(email, 'code='));
  await expect(page).toHaveURL('/members/reset');
  await page.getByRole('textbox', { name: 'New password' }).fill('another walk by the river');
  await page.getByRole('button', { name: 'Set this password' }).click();
  await expect(page.getByRole('heading', { name: 'The new password is set' })).toBeFocused();
});

test('two tabs stay signed in, and signing out in one asks in the other', async ({ context }) => {
  const email = await openAccount();
  const one = await context.newPage();
  await one.goto('/members');
  await signIn(one, email);
  const other = await context.newPage();
  await Promise.all([one.reload(), other.goto('/members/practices')]);
  for (const page of [one, other]) {
    await expect(page.getByText('You have told nothing yet')).toBeVisible();
  }
  await one.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
});

test('an address that leads elsewhere after signing in is not followed', async ({ page }) => {
  const email = await openAccount();
  await page.goto('/members?next=//evil.example/');
  await signIn(page, email);
  await expect(page).toHaveURL(/\/members\?next=/);
  await page.goto('/members?next=/members/account');
  await expect(page).toHaveURL('/members/account');
});

test('without a script the section says so and where the editors are', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/members/practices/edit');
  await expect(page.locator('.no-script')).toBeVisible();
  await expect(page.locator('.no-script a[href="/contribute"]')).toBeVisible();
  const contact = page.locator('.no-script a[href="mailto:editors@localhost"]');
  await expect(contact).toHaveText('editors@localhost');
  // Only the search of the whole site can be filled in.
  await expect(page.locator('main form:visible')).toHaveCount(0);
  await context.close();
});
