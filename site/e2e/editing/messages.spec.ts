import { type APIRequestContext, request } from '@playwright/test';
import { z } from 'zod';
import { expect, mailedLink, openAccount, password, signIn, test } from '../members/member.ts';
import { platform } from '../platform.ts';
import { violationsOf } from '../violations.ts';
import { Moderator } from './moderator.ts';

test.use({ provoked: /status of (400|401|404)/ });

const mark = crypto.randomUUID().slice(0, 8);
const written = z.object({
  data: z.object({ documentId: z.string(), version: z.number(), ref: z.string() }),
});

/** A member at the CMS, without the pages. */
async function memberApi(email: string): Promise<APIRequestContext> {
  const options = { baseURL: platform.cmsUrl, extraHTTPHeaders: { Origin: platform.siteUrl } };
  const guest = await request.newContext(options);
  const answer = await guest.post('/api/auth/local', { data: { identifier: email, password } });
  const { jwt } = z.object({ jwt: z.string() }).parse(await answer.json());
  await guest.dispose();
  return request.newContext({
    ...options,
    extraHTTPHeaders: { ...options.extraHTTPHeaders, Authorization: `Bearer ${jwt}` },
  });
}

/** A practice that is accepted and whose owner may be written to. */
async function publishPractice(owner: string, moderator: Moderator) {
  const api = await memberApi(owner);
  const send = async (path: string, data: object) => {
    const answer = await api.post(`/api/me/practices${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return written.parse(await answer.json()).data;
  };
  const { documentId, version } = await send('', {
    data: {
      title: `A market ${mark}`,
      oneLine: 'Traders and neighbours keep a market square alive.',
      originalLanguage: 'en',
      form: 'short',
      cities: ['SEE-C-001'],
      challenges: ['SEE-T-001'],
      actions: 'The town lent stalls and asked the traders what they need.',
      results: 'Forty traders came back.',
      costCard: { costBand: 'under5k' },
      lifecycle: 'running',
      startYear: 2019,
      organisationName: 'Town of Test',
      contactable: true,
    },
  });
  const { ref } = await send(`/${documentId}/submit`, { version });
  await moderator.decide(documentId, 'accept', 'Thank you.');
  await api.dispose();
  return { ref, documentId };
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

  // Another browser, in which nobody is signed in.
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(await mailedLink(owner, '/members/reply?token='));
  await expect(stranger.getByText('Who paid for the stalls?')).toBeVisible();
  await expect(stranger.locator('main')).not.toContainText('@');
  expect(await violationsOf(stranger)).toEqual([]);
  await stranger.getByRole('textbox', { name: 'Your answer' }).fill('The traders did.');
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

  await stranger.goto(await mailedLink(owner, '/members/reply?token='));
  await stranger.locator('summary', { hasText: 'Report it' }).click();
  await stranger.getByRole('button', { name: 'Report it' }).click();
  await expect(stranger.getByRole('heading', { name: /An editor looks at it/ })).toBeFocused();
  await stranger.goto(await mailedLink(owner, '/members/reply?token='));
  await expect(stranger.locator('[data-part="old"]')).toBeVisible();
  await stranger.context().close();
  await moderator.decide(documentId, 'unpublish', 'It was a test.');
});
