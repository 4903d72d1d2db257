import { platform } from '../platform.ts';
import { expectEveryLook } from '../every-look.ts';
import { expect, openAccount, signIn, test } from './member.ts';

test.use({ provoked: /status of (400|401|404)/ });

const answers = {
  'messages/unread': { count: 3 },
  'yearly-questions': [
    {
      practice: { documentId: 'one', title: 'Benches along the river' },
      token: 'a.b.c',
      expiresAt: '2099-01-12T00:00:00.000Z',
    },
  ],
};

// The question is asked a year after a practice was accepted, so the CMS is spoken for.
test('the home tells of new messages and of the yearly question', async ({ page }) => {
  const email = await openAccount();
  const headers = { 'Access-Control-Allow-Origin': platform.siteUrl };
  for (const [path, data] of Object.entries(answers)) {
    await page.route(`${platform.cmsUrl}/api/me/${path}`, (route) =>
      route.fulfill({ headers, json: { data } }),
    );
  }
  await page.goto('/members');
  await signIn(page, email);
  const waiting = page.locator('.todo');
  await expect(waiting.getByRole('heading', { name: '2 things wait for you' })).toBeVisible();
  await expect(waiting.getByRole('heading', { name: '3 new messages' })).toBeVisible();
  await expect(waiting).toContainText('you can answer until 12 January 2099');
  await expectEveryLook(page, [1280, 320]);
  await waiting.getByRole('link', { name: 'Answer with one press' }).click();
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await page.goto('/members');
  await waiting.getByRole('link', { name: 'Read them' }).click();
  await expect(page.getByRole('heading', { name: 'No messages yet' })).toBeVisible();
});

test('the home of a new member has nothing waiting', async ({ page }) => {
  const email = await openAccount();
  await page.goto('/members');
  await signIn(page, email);
  await expect(page.getByText('You have told nothing yet')).toBeVisible();
  await expect(page.locator('.todo')).toBeHidden();
});
