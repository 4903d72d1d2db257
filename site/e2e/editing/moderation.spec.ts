import type { Page } from '@playwright/test';
import { z } from 'zod';
import { openAccount } from '../members/member.ts';
import { platform } from '../platform.ts';
import { expect, test } from '../reader.ts';
import { Editor } from './editor.ts';
import { MemberApi } from './member-api.ts';
import { signIn } from './sign-in.ts';

test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 20_000 });

/** A form of the admin is some seconds in the making where much else runs. */
const expectSoon = expect.configure({ timeout: 30_000 });

const mark = crypto.randomUUID().slice(0, 8);
const first = `Walls that ${mark} painted in spring`;
const second = `Walls that ${mark} painted in autumn`;
const third = `A library on wheels ${mark}`;
/** No other test speaks of it. */
const albania = { cities: ['SEE-C-027'] };

const answered = z.object({ meta: z.object({ total: z.number() }) });

const queue = (page: Page) => page.getByRole('table').getByRole('link', { name: mark });
/** What stands beside the form, around the way on. */
const review = (page: Page) => page.getByRole('navigation', { name: 'Queue' }).locator('..');
const answerButton = (page: Page) => page.getByRole('button', { name: 'Answer the member' });

async function narrow(page: Page, filter: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: filter }).click();
  await page.getByRole('option', { name: value }).click();
}

async function answer(page: Page, decision: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (!(await dialog.isVisible())) await answerButton(page).click();
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await dialog.getByRole('radio', { name: decision }).click();
}

test.describe('what a member sent in', () => {
  let member: MemberApi;
  test.beforeEach(async () => {
    member = await MemberApi.signIn(await openAccount());
  });
  test.afterEach(() => member.end());

  test('a moderator finds what waits, sees what to look at, and answers one after the other', async ({
    browser,
  }) => {
    const actions = 'We painted. Ask the foreman, +355 69 123 4567.';
    await member.sendIn({ ...albania, title: first, originalLanguage: 'sq', actions }, 'A dot');
    await member.sendIn({ ...albania, title: second, originalLanguage: 'sq' });
    const last = await member.sendIn({ ...albania, title: third, originalLanguage: 'mk' });
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    const asked = page.waitForResponse(/\/moderation\/queue$/);
    await signIn(page, 'moderator');

    const widget = page.getByRole('region', { name: 'Queue' });
    const { total } = answered.parse(await (await asked).json()).meta;
    await expect(widget.getByText(new RegExp(`^${total} waits? for an answer`))).toBeVisible();
    await widget.getByRole('link', { name: /^(See all|Open the queue)/ }).click();
    await narrow(page, 'Language', 'Albanian (2)');
    await expect(queue(page)).toHaveText([first, second]);
    await page.getByRole('button', { name: 'Clear' }).click();
    await narrow(page, 'Country', 'Albania (3)');
    await expect(queue(page)).toHaveText([first, second, third]);
    await expect(page.getByRole('row', { name: first })).toContainText(
      /Ana.*Albania.*Albanian.*Less than a working day of the 10 we promise/,
    );

    await queue(page).first().click();
    await expectSoon(review(page)).toContainText('Waits for your answer');
    await expect(review(page)).toContainText('A telephone number in “What was done”: +355 69 123');
    const similar = review(page).getByRole('listitem').filter({ hasText: second });
    await expect(similar).toContainText('a similar title and the same town and challenge');
    await expect(similar).toContainText('It waits as well.');
    await expect(review(page)).toContainText('The member sent it in');
    await page.getByRole('link', { name: 'Open preview' }).click();
    const preview = page.frameLocator('iframe');
    await expect(preview.locator('h1')).toHaveText(first);
    await expect(preview.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
    const picture = preview.getByRole('img', { name: 'A dot' });
    await picture.scrollIntoViewIfNeeded();
    const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
    await page.goBack();

    await answer(page, 'Ask for changes');
    const dialog = page.getByRole('dialog');
    const message = dialog.getByRole('textbox', { name: 'Your message to the member' });
    await dialog.getByRole('button', { name: 'Ask for changes' }).click();
    await expect(dialog).toContainText('Tell the member why.');
    await expect(message).toBeFocused();
    const phrase = 'Please take out names, telephone numbers and e-mail addresses of persons.';
    await dialog.getByRole('button', { name: phrase }).click();
    await expect(message).toHaveValue(phrase);
    await dialog.getByRole('button', { name: 'Ask for changes' }).click();
    await expect(review(page)).toContainText('The member was asked for changes');
    await expect(review(page)).toContainText(/Demo Moderator asked for changes.*“Please take out/);

    const next = page.getByRole('link', { name: `Next: ${second}` });
    await expect(next).toBeFocused();
    await expect(review(page)).toContainText('2 others wait.');
    await page.keyboard.press('Enter');
    await expectSoon(page.getByRole('heading', { level: 1, name: second })).toBeVisible();
    await answer(page, 'Decline');
    await message.fill('It is told already.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await expect(review(page)).toContainText(/Demo Moderator declined it.*“It is told already.”/);

    await page.getByRole('link', { name: `Next: ${third}` }).click();
    await answerButton(page).click();
    await member.withdraw(last);
    await answer(page, 'Decline');
    await message.fill('Written before it was taken back.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await expect(dialog.getByRole('alert')).toContainText('The member took it back');
    await expect(dialog.getByRole('alert')).toBeFocused();
    await expect(message).toHaveValue('Written before it was taken back.');
    await expect(dialog.getByRole('radio')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(review(page)).toContainText('The member is writing');
    await expect(page.getByRole('link', { name: 'Open the queue' })).toBeFocused();
    await expect(review(page)).toContainText('Nothing else waits in what you chose.');
    await page.getByRole('link', { name: 'Open the queue' }).click();
    await expect(page.getByRole('combobox', { name: 'Country' })).toContainText('Albania (0)');
    await expect(page.getByText('Nothing waits here.')).toBeVisible();
    await page.close();
  });
});

test('an author sees neither the queue nor an answer, nor buttons that would refuse', async ({
  browser,
}) => {
  const page = await browser.newPage({ locale: 'en-GB' });
  await signIn(page, 'author');
  await expect(page.getByRole('region', { name: /Last edited/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Queue' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Queue' })).toBeHidden();
  await page.goto(`${platform.cmsUrl}/admin/moderation`);
  await expect(page.getByText(/permissions to access/)).toBeVisible();
  const form = '/admin/content-manager/collection-types/api::practice.practice/create';
  await page.goto(platform.cmsUrl + form);
  await page.getByRole('textbox', { name: 'Title' }).fill(`By an author ${mark}`);
  await expect(page.getByText('Entry', { exact: true })).toBeVisible();
  await expect(answerButton(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeHidden();

  const { documentId } = await (await Editor.signIn()).find('city', 'kavala');
  await page.goto(
    `${platform.cmsUrl}/admin/content-manager/collection-types/api::city.city/${documentId}`,
  );
  await expect(page.getByText('You can read this entry; an editor can change it.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Unp|P)ublish/ })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeHidden();
  await page.close();
});
