import type { APIRequestContext, Page } from '@playwright/test';
import { expect, mailedLink, newAddress, password, signIn, test } from '../members/member.ts';
import { answered, found } from '../searching.ts';
import { violationsOf } from '../violations.ts';
import { Moderator } from './moderator.ts';

test.use({
  // A publish takes files of the search index away while it is asked; it is asked again then.
  provoked:
    /status of (400|401|404|409)|ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load the index chunk/,
});
test.describe.configure({ mode: 'serial', timeout: 300_000 });

const publishMs = 120_000;
const mark = crypto.randomUUID().slice(0, 8).replaceAll(/\d/g, 'x');
const name = `Benches ${mark} along the river`;

const bar = (page: Page) => page.locator('.savebar');
const box = (page: Page) => page.locator('[data-state-box]');
const title = (page: Page) => page.getByLabel('Title', { exact: true });

async function expectSaved(page: Page): Promise<void> {
  await expect(bar(page)).toContainText(/Saved \d\d:\d\d/);
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send to the editors' }).click();
  await expect(box(page).getByRole('heading', { name: 'With the editors' })).toBeVisible();
}

async function register(page: Page): Promise<string> {
  const email = newAddress();
  await page.goto('/members/register');
  await page.getByLabel('Your name').fill('Ana Petrović');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('I agree that').check();
  await page.getByRole('button', { name: 'Open the account' }).click();
  await page.goto(await mailedLink(email, 'confirmation='));
  await page.getByRole('button', { name: 'Yes, this is my account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is open' })).toBeVisible();
  return email;
}

/** Everything that the short form asks beside the title. */
async function answerTheRest(page: Page): Promise<void> {
  const { keyboard } = page;
  await page.getByLabel('In one line').fill('Pupils built twelve benches for the river walk.');
  await page.locator('#f-cities').focus();
  await keyboard.type('kava');
  await page
    .getByRole('option', { name: /Kavala/ })
    .first()
    .click();
  await page.locator('#f-challenges').press('ArrowDown');
  // The options of the selects, which are not shown, have the role as well.
  await page.locator('[role="option"]:visible').first().click();
  await page.getByLabel('What did you do?').fill('We asked the pupils, and they built.');
  await page
    .getByRole('group', { name: 'Money, without your own staff' })
    .getByRole('radio')
    .first()
    .check();
  await page.getByLabel('What is different now?').fill('People sit by the river.');
  await page.getByRole('group', { name: 'Where does it stand?' }).getByRole('radio').nth(1).check();
  await page.getByLabel('Started in').fill('2023');
  await page.getByLabel('Town hall, association or group that did it').fill('School by the river');
  await expect(bar(page)).toContainText('10 of 10 answered');
}

async function expectPage(request: APIRequestContext, address: string, status: number, text = '') {
  const look = async () => {
    const answer = await request.get(address);
    return { status: answer.status(), hasText: (await answer.text()).includes(text) };
  };
  const options = { message: `${address}: ${status} ${text}`, timeout: publishMs };
  await expect.poll(look, options).toEqual({ status, hasText: true });
}

async function expectInLists(request: APIRequestContext, isThere: boolean): Promise<void> {
  for (const list of ['/data/practices.json', '/data/practices.csv', '/feeds/practices.xml']) {
    const holds = async () => (await (await request.get(list)).text()).includes(mark);
    await expect.poll(holds, { message: list, timeout: publishMs }).toBe(isThere);
  }
}

async function expectFound(page: Page, address: string, isFound: boolean): Promise<void> {
  const look = async () => {
    await page.goto(`/search?q=${mark}`);
    await answered(page);
    return (await found(page)).includes(address);
  };
  await expect.poll(look, { message: `the search for ${mark}`, timeout: publishMs }).toBe(isFound);
}

test('a practice goes from the first word to the site, and off it again', async ({
  page,
  context,
  request,
}) => {
  const moderator = await Moderator.signIn();
  const email = await register(page);
  await page.goto('/members/practices/edit');
  await signIn(page, email);
  await title(page).fill(name);
  await expectSaved(page);
  const form = page.url();
  const documentId = new URL(form).searchParams.get('id') ?? '';

  await context.setOffline(true);
  await page.getByLabel('What is different now?').fill('Written without a line.');
  await expect(bar(page)).toContainText('A copy is on this device');
  await context.setOffline(false);
  await answerTheRest(page);
  await expectSaved(page);
  await send(page);

  await moderator.decide(documentId, 'ask-for-changes', 'Please say how many pupils there were.');
  await page.goto(await mailedLink(email, documentId));
  await expect(page.locator('main')).toContainText('Please say how many pupils there were.');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByLabel('What did you do?').fill('We asked forty pupils, and they built.');
  await expectSaved(page);
  await send(page);

  const reader = await context.newPage();
  await reader.goto('/search?q=kavala');
  await answered(reader);
  await moderator.decide(documentId, 'accept', 'Thank you.');
  const [, address = ''] =
    /(\/practices\/[a-z0-9-]+)$/.exec(await mailedLink(email, '/practices/benches')) ?? [];
  await expectPage(request, address, 200, 'We asked forty pupils');
  await expectPage(request, '/practices', 200, mark);
  await expectPage(request, '/cities/kavala', 200, mark);
  await expectInLists(request, true);
  await expectFound(page, address, true);
  // The page that was open meanwhile finds it too.
  await reader.getByRole('searchbox').fill(mark);
  await expect.poll(() => found(reader)).toContain(address);
  await reader.close();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  expect(await page.content()).not.toContain(email);

  await page.goto(form);
  await title(page).fill(`${name}, again`);
  await expectSaved(page);
  await expectPage(request, address, 200, name);
  expect(await (await request.get(address)).text()).not.toContain(`${name}, again`);
  await send(page);
  await moderator.decide(documentId, 'accept');
  await expectPage(request, address, 200, `${name}, again`);

  await page.goto('/members/practices');
  await expect(page.getByRole('link', { name: /On the site since/ })).toHaveAttribute(
    'href',
    new RegExp(`${address}$`),
  );
  await page.getByRole('button', { name: 'Ask to take it down' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ask to take it down' }).click();
  await expect(page.locator('main')).toContainText('Your wish is with the editors');
  await expectPage(request, address, 200, mark);
  await moderator.decide(documentId, 'unpublish', 'As you asked.');
  await expectPage(request, address, 404);
  await expectInLists(request, false);
  await expectFound(page, address, false);
});
