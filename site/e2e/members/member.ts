import { test as base, expect, type Page, request } from '@playwright/test';
import { z } from 'zod';
import { platform } from '../platform.ts';

interface Options {
  /** What a test provokes on purpose, like the console's line about an answer of 401. */
  provoked: RegExp | null;
}

/** A member's browser: as a reader's, but it may ask the CMS as well as the site. */
export const test = base.extend<Options & { watch: undefined }>({
  provoked: [null, { option: true }],
  watch: [
    async ({ context, provoked }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        const isBad = message.type() === 'error' || message.type() === 'warning';
        if (isBad && !provoked?.test(message.text())) faults.push(`Console: ${message.text()}`);
      });
      context.on('weberror', (problem) => faults.push(`Uncaught: ${problem.error().message}`));
      context.on('request', (asked) => {
        const { origin, protocol } = new URL(asked.url());
        const isKnown = [platform.siteUrl, platform.cmsUrl].includes(origin);
        const isInline = ['data:', 'blob:', 'about:'].includes(protocol);
        if (!isKnown && !isInline) faults.push(`Request to ${asked.url()}`);
      });
      await use(undefined);
      expect(faults, 'faults seen by the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A picture of one point. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const password = 'benches along the river';

/** An address that no other test uses. */
export function newAddress(): string {
  return `member-${crypto.randomUUID()}@see.test`;
}

const inbox = z.array(
  z.object({ to: z.array(z.object({ address: z.string() })), text: z.string() }),
);

/** The link of the newest mail to an address whose link contains `part`. */
export async function mailedLink(address: string, part: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${platform.mailUrl}/api/email`);
        const texts = inbox
          .parse(await answer.json())
          .filter((mail) => mail.to.some((each) => each.address === address))
          .map(({ text }) => text);
        const links = texts.flatMap((text) => text.match(/https?:\/\/\S+/g) ?? []);
        link = links.findLast((each) => each.includes(part));
        return link;
      },
      { message: `a mail to ${address} with a link to ${part}`, timeout: 30_000 },
    )
    .toBeTruthy();
  return link ?? '';
}

/** An account that is open, made without the pages. */
export async function openAccount(): Promise<string> {
  const email = newAddress();
  const api = await request.newContext({
    baseURL: platform.cmsUrl,
    extraHTTPHeaders: { Origin: platform.siteUrl },
  });
  const registered = await api.post('/api/auth/local/register', {
    data: { email, password, displayName: 'Ana', language: 'en', consentVersion: '2026-11' },
  });
  expect(registered.ok(), await registered.text()).toBe(true);
  const link = new URL(await mailedLink(email, 'confirmation='));
  const data = { confirmation: link.searchParams.get('confirmation') };
  const confirmed = await api.post('/api/auth/email-confirmation', { data });
  expect(confirmed.ok(), await confirmed.text()).toBe(true);
  await api.dispose();
  return email;
}

/** Signs in on the page that is open. */
export async function signIn(page: Page, email: string): Promise<void> {
  const door = page.locator('[data-part="out"]');
  await door.getByLabel('E-mail address').fill(email);
  await door.getByLabel('Password').fill(password);
  await door.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('[data-part="in"]')).toBeVisible();
}
