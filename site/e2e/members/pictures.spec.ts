import { violationsOf } from '../violations.ts';
import { dot, expect, openAccount, signIn, test } from './member.ts';

test('what is said about a picture can be changed after it was sent', async ({ page }) => {
  await page.goto('/members/practices/edit?new');
  await signIn(page, await openAccount());
  await page.getByLabel('Title', { exact: true }).fill('Benches along the river');
  await page.getByLabel('The full form').check();
  const group = page.locator('file-group[data-name="images"]');
  const words = group.getByLabel('What does it show?');
  const credit = group.getByLabel('Who took it?');
  await group
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: dot });
  await words.fill('A dot');
  await credit.fill('Ana');
  await group.getByRole('checkbox').check();
  await group.getByRole('button', { name: 'Send it' }).click();
  const sent = group.getByRole('listitem');
  await expect(sent).toContainText('A dot · Ana');

  await sent.getByRole('button', { name: 'Change the words Picture 1' }).press('Enter');
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('A dot');
  expect(await violationsOf(page)).toEqual([]);
  await words.fill('');
  await group.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(words).toBeFocused();
  await words.fill('A red dot on white');
  await group.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(sent).toContainText('A red dot on white · Ana');
  await expect(group).toBeFocused();
  await expect(words).toBeHidden();

  await page.getByLabel('In one line').fill('Twelve benches.');
  await expect(page.locator('.savebar')).toContainText(/Saved \d\d:\d\d/);
  await page.reload();
  await expect(sent).toContainText('A red dot on white · Ana');
  await expect(sent.getByRole('img', { name: 'A red dot on white' })).toBeVisible();
  await expect(page.getByLabel('In one line')).toHaveValue('Twelve benches.');
});
