/** What a member does to a practice, each step by the hand that is given. */
import type { Page } from '@playwright/test';
import { expect, mailedLink, newAddress, password } from '../members/member.ts';
import { violationsOf } from '../violations.ts';
import type { Hand } from './hand.ts';

export const savebar = (page: Page) => page.locator('.savebar');
export const titleField = (page: Page) => page.getByLabel('Title', { exact: true });

export async function register(hand: Hand, page: Page): Promise<string> {
  const email = newAddress();
  await page.goto('/members/register');
  await hand.write(page.getByLabel('Your name'), 'Ana Petrović');
  await hand.write(page.getByLabel('E-mail address'), email);
  await hand.write(page.getByLabel('New password'), password);
  await hand.press(page.getByLabel('I agree that'));
  await hand.press(page.getByRole('button', { name: 'Open the account' }));
  await page.goto(await mailedLink(email, 'confirmation='));
  await hand.press(page.getByRole('button', { name: 'Yes, this is my account' }));
  await expect(page.getByRole('heading', { name: 'Your account is open' })).toBeVisible();
  return email;
}

/** Everything that the short form asks beside the title. */
export async function answerTheRest(hand: Hand, page: Page): Promise<void> {
  const money = page.getByRole('group', { name: 'Money, without your own staff' });
  const state = page.getByRole('group', { name: 'Where does it stand?' });
  const bodies = page.getByLabel('Town hall, association or group that did it');
  await hand.write(page.getByLabel('In one line'), 'Pupils built benches for the river walk.');
  await hand.choose(page.locator('#f-cities'), 'kava');
  await hand.choose(page.locator('#f-challenges'), 'yo');
  await hand.write(page.getByLabel('What did you do?'), 'We asked the pupils, and they built.');
  await hand.press(money.getByRole('radio').first());
  await hand.write(page.getByLabel('What is different now?'), 'People sit by the river.');
  await hand.press(state.getByRole('radio').nth(1));
  await hand.write(page.getByLabel('Started in'), '2023');
  await hand.write(bodies, 'School by the river');
  await expect(savebar(page)).toContainText('10 of 10 answered');
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(savebar(page)).toContainText(/Saved \d\d:\d\d/);
}

/** Looks at the practice as its page will be, in a tab of its own. */
export async function seeAsPage(hand: Hand, page: Page, title: string): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Preview' }).last());
  const dialog = page.getByRole('dialog', { name: 'How it reads' });
  const link = dialog.getByRole('link', { name: 'See it as its page will be' });
  await expect(link).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  const opened = page.context().waitForEvent('page');
  await hand.press(link);
  const shown = await opened;
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(shown.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await shown.close();
  await hand.press(dialog.getByRole('button', { name: 'Close' }));
  await expect(dialog).toBeHidden();
}

export async function send(hand: Hand, page: Page): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Send to the editors' }));
  const box = page.locator('[data-state-box]');
  await expect(box.getByRole('heading', { name: 'With the editors' })).toBeVisible();
}

export async function askToTakeDown(hand: Hand, page: Page): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Ask to take it down' }));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await hand.press(dialog.getByRole('button', { name: 'Ask to take it down' }));
  await expect(page.locator('main')).toContainText('Your wish is with the editors');
}
