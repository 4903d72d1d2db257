import type { Page } from '@playwright/test';
import { platform } from '../platform.ts';
import { expectEveryLook } from '../every-look.ts';
import { violationsOf } from '../violations.ts';
import { expect, test } from './member.ts';

test.use({ provoked: /status of (400|404|409|429)|ERR_FAILED/ });

/*
 * A real exchange needs a practice that an editor has accepted, and so comes with what editors do:
 * `editing/messages.spec.ts`. Here the CMS is spoken for, except where a link leads nowhere.
 */
const thread = {
  id: 'thread',
  practice: { ref: 'SEE-P-001', title: 'Benches along the river' },
  with: 'Planner in Drama',
  isReported: false,
  mayReply: true,
  messages: [
    {
      isMine: true,
      isNew: false,
      text: 'How did you pay for it?',
      at: '2026-11-01T09:00:00.000Z',
    },
    {
      isMine: false,
      isNew: true,
      text: 'With what was left.\n'.repeat(12),
      at: '2026-11-02T09:00:00.000Z',
    },
  ],
};

/** What is answered when the page asks for this path, and what the page sent. */
async function answer(page: Page, path: string, status: number, json: object): Promise<unknown[]> {
  const sent: unknown[] = [];
  await page.route(`${platform.cmsUrl}/api/reply${path}`, (route) => {
    sent.push(route.request().postDataJSON());
    const headers = { 'Access-Control-Allow-Origin': platform.siteUrl };
    return route.fulfill({ status, headers, json });
  });
  return sent;
}

const refusal = (status: number) => ({
  error: { status, name: 'Error', message: 'No.', details: {} },
});

const open = async (page: Page) => {
  await page.goto('/members/reply?token=a.b.c');
  await expect(page).toHaveURL('/members/reply');
};

test('a message is read and answered without signing in, by keyboard', async ({ page }) => {
  const read = await answer(page, '/read', 200, { data: thread });
  const sent = await answer(page, '', 201, { data: thread });
  await open(page);
  await expect(page.getByRole('heading', { name: 'Benches along the river' })).toBeVisible();
  await expect(page.getByText('With Planner in Drama')).toBeVisible();
  const messages = page.locator('message-reply .messages li');
  await expect(messages).toHaveCount(2);
  await expect(messages.first()).not.toContainText('New');
  await expect(messages.last().getByText('New', { exact: true })).toBeVisible();
  expect(read).toEqual([{ token: 'a.b.c' }]);

  await page.getByRole('button', { name: 'Send it' }).press('Enter');
  const summary = page.locator('[data-summary]:visible');
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: 'Write your message' }).press('Enter');
  await page.keyboard.type('Thank you. And who did the work?');
  expect(await violationsOf(page)).toEqual([]);
  expect(sent).toEqual([]);
  await page.getByRole('button', { name: 'Send it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Your answer is on its way' })).toBeFocused();
  expect(sent).toEqual([{ token: 'a.b.c', text: 'Thank you. And who did the work?' }]);
  expect(await violationsOf(page)).toEqual([]);
});

test('the page is open to all, in light and dark, wide and narrow', async ({ page }) => {
  await answer(page, '/read', 200, { data: thread });
  await open(page);
  await expect(page.locator('.message-text').last()).toBeVisible();
  await expectEveryLook(page, [1280, 360, 320]);
});

test('what cannot be sent is told, and what was written stays', async ({ page }) => {
  await answer(page, '/read', 200, { data: thread });
  await open(page);
  const text = page.getByRole('textbox', { name: 'Your answer' });
  await text.fill('A long answer.');
  for (const [status, words] of [
    [429, 'You wrote five messages today'],
    [404, 'This exchange has ended'],
    [409, 'This exchange has ended'],
  ] as const) {
    await page.unroute(`${platform.cmsUrl}/api/reply`);
    await answer(page, '', status, refusal(status));
    await page.getByRole('button', { name: 'Send it' }).click();
    await expect(page.locator('[data-summary]')).toContainText(words);
    await expect(text).toHaveValue('A long answer.');
  }
  expect(await violationsOf(page)).toEqual([]);
});

test('a reload does not lose the link, until it is used up', async ({ page }) => {
  const read = await answer(page, '/read', 200, { data: thread });
  await answer(page, '', 201, { data: thread });
  await open(page);
  const title = page.getByRole('heading', { name: 'Benches along the river' });
  await expect(title).toBeVisible();
  await page.reload();
  await expect(title).toBeVisible();
  await expect(page).toHaveURL('/members/reply');
  expect(read).toEqual([{ token: 'a.b.c' }, { token: 'a.b.c' }]);
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Thank you.');
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByRole('heading', { name: 'Your answer is on its way' })).toBeFocused();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('a.b.c');
  expect(await page.evaluate(() => document.referrer)).toBe('');

  await page.unroute(`${platform.cmsUrl}/api/reply/read`);
  await page.goto('/members/reply?token=d.e.f');
  await expect(page.locator('[data-part="old"]')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('d.e.f');
});

test('a message is reported, which ends the exchange', async ({ page }) => {
  await answer(page, '/read', 200, { data: thread });
  const sent = await answer(page, '/report', 200, { data: { ...thread, isReported: true } });
  await open(page);
  await page.locator('summary', { hasText: 'Report it' }).click();
  await page.getByRole('button', { name: 'Report it' }).click();
  await expect(page.getByRole('heading', { name: /An editor looks at it/ })).toBeFocused();
  expect(sent).toEqual([{ token: 'a.b.c' }]);
  expect(await violationsOf(page)).toEqual([]);
});

test('a link that leads nowhere says so, and a line that is cut asks again', async ({ page }) => {
  for (const address of ['/members/reply?token=a.b.c', '/members/reply', '/sr/members/reply']) {
    await page.goto(address);
    await expect(page.locator('[data-part="old"]')).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  }
  await page.route(`${platform.cmsUrl}/api/reply/read`, (route) => route.abort());
  await open(page);
  await expect(page.getByText('There is no connection just now')).toBeVisible();
  await page.unroute(`${platform.cmsUrl}/api/reply/read`);
  await answer(page, '/read', 200, { data: thread });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Benches along the river' })).toBeVisible();
});
