import { expect, mailedLink, openAccount, signIn, test } from '../members/member.ts';
import { violationsOf } from '../violations.ts';
import { MemberApi } from './member-api.ts';
import { Moderator } from './moderator.ts';

test.use({ provoked: /status of (400|401|404)/ });

const mark = crypto.randomUUID().slice(0, 8);

/** A practice that is accepted and whose owner may be written to. */
async function publishPractice(owner: string, moderator: Moderator) {
  const api = await MemberApi.signIn(owner);
  const sent = await api.sendIn({ title: `A market ${mark}`, contactable: true });
  await moderator.decide(sent.documentId, 'accept', 'Thank you.');
  await api.end();
  return sent;
}

test('two members write to each other, and one of them answers from the mail alone', async ({
  page,
  browser,
}) => {
  const [owner, reader] = [await openAccount(), await openAccount()];
  const moderator = await Moderator.signIn();
  const { ref, documentId } = await publishPractice(owner, moderator);
  await page.goto(`/members/messages?to=${ref}`);
  await signIn(page, reader);
  await page.getByLabel('Your message').fill('Who paid for the stalls?');
  await page.getByRole('button', { name: 'Send it' }).first().click();
  await expect(page.getByText('It is on its way')).toBeVisible();
  await expect(page.getByText('With Ana')).toBeVisible();

  // Another browser, in which nobody is signed in.
  const stranger = await (await browser.newContext()).newPage();
  const letter = await mailedLink(owner, '/members/reply?token=');
  await stranger.goto(letter);
  await expect(stranger.getByText('Who paid for the stalls?')).toBeVisible();
  await expect(stranger.locator('main')).not.toContainText('@');
  expect(await violationsOf(stranger)).toEqual([]);
  const written = stranger.getByRole('textbox', { name: 'Your answer' });
  await written.fill('The traders did.');
  await stranger.reload();
  await expect(written).toHaveValue('The traders did.');
  await stranger.getByRole('button', { name: 'Send it' }).click();
  await expect(stranger.getByRole('heading', { name: 'Your answer is on its way' })).toBeFocused();
  expect(await mailedLink(reader, '/members/reply?token=')).toContain('token=');

  await page.goto('/members');
  const news = page.locator('.todo');
  await expect(news.getByRole('heading', { name: 'One new message' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  const seen = page.waitForResponse(/\/seen$/);
  await news.getByRole('link', { name: 'Read them' }).click();
  await expect(page.getByText('The traders did.')).toBeVisible();
  expect((await seen).ok()).toBe(true);
  await page.goto('/members');
  await expect(page.getByText('You have told nothing yet')).toBeVisible();
  await expect(news).toBeHidden();

  // Half an answer in one thread outlasts what is sent beside it, and the page.
  await page.goto(`/members/messages?to=${ref}`);
  const first = page.locator('.thread', { hasText: 'The traders did.' });
  const half = first.getByLabel('Your answer');
  await half.fill('Thank you, and');
  await page.getByLabel('Your message').fill('And who swept?');
  await page.getByRole('button', { name: 'Send it', exact: true }).click();
  const second = page.locator('.thread', { hasText: 'And who swept?' });
  await expect(second.getByRole('heading')).toBeFocused();
  await second.getByLabel('Your answer').fill('I mean, at night.');
  const send = second.getByRole('button', { name: `Send it A market ${mark} With Ana` });
  await send.click();
  await expect(second.locator('.messages li')).toHaveCount(2);
  await expect(send).toBeFocused();
  await expect(half).toHaveValue('Thank you, and');
  expect(await violationsOf(page)).toEqual([]);
  await page.reload();
  await expect(half).toHaveValue('Thank you, and');
  await expect(second.getByLabel('Your answer')).toHaveValue('');

  await stranger.goto(letter);
  await stranger.locator('summary', { hasText: 'Report it' }).click();
  await stranger.getByRole('button', { name: 'Report it' }).click();
  await expect(stranger.getByRole('heading', { name: /An editor looks at it/ })).toBeFocused();
  await stranger.goto(letter);
  await expect(stranger.locator('[data-part="old"]')).toBeVisible();
  await stranger.context().close();
  await moderator.decide(documentId, 'unpublish', 'It was a test.');
});
