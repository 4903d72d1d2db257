import type { APIRequestContext, Page } from '@playwright/test';
import { expect, mailedLink, password, test } from '../members/member.ts';
import { answered, found } from '../searching.ts';
import { violationsOf } from '../violations.ts';
import { keys, pointer, signInBy } from './hand.ts';
import { Moderator } from './moderator.ts';
import {
  answerTheRest,
  askToTakeDown,
  expectSaved,
  register,
  savebar,
  seeAsPage,
  send,
  titleField,
} from './practice-steps.ts';

test.use({
  // A publish takes files of the search index away while it is asked; it is asked again then.
  provoked:
    /status of (400|401|404|409)|ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load the index chunk/,
});
test.describe.configure({ timeout: 300_000 });

const publishMs = 120_000;

async function expectPage(request: APIRequestContext, address: string, status: number, text = '') {
  const look = async () => {
    const answer = await request.get(address);
    return { status: answer.status(), hasText: (await answer.text()).includes(text) };
  };
  const options = { message: `${address}: ${status} ${text}`, timeout: publishMs };
  await expect.poll(look, options).toEqual({ status, hasText: true });
}

async function expectInLists(
  request: APIRequestContext,
  mark: string,
  isThere: boolean,
): Promise<void> {
  for (const list of ['/data/practices.json', '/data/practices.csv', '/feeds/practices.xml']) {
    const holds = async () => (await (await request.get(list)).text()).includes(mark);
    await expect.poll(holds, { message: list, timeout: publishMs }).toBe(isThere);
  }
}

async function expectFound(
  page: Page,
  mark: string,
  address: string,
  isFound: boolean,
): Promise<void> {
  const look = async () => {
    await page.goto(`/search?q=${mark}`);
    await answered(page);
    return (await found(page)).includes(address);
  };
  await expect.poll(look, { message: `the search for ${mark}`, timeout: publishMs }).toBe(isFound);
}

const hands = [
  { how: 'with a pointer', hand: pointer, viewport: { width: 1280, height: 800 } },
  { how: 'by keyboard alone, on a phone', hand: keys, viewport: { width: 360, height: 740 } },
];
for (const { how, hand, viewport } of hands) {
  test(`a practice goes from the first word to the site, and off it again: ${how}`, async ({
    page,
    context,
    request,
  }) => {
    const mark = crypto.randomUUID().slice(0, 8).replaceAll(/\d/g, 'x');
    const name = `Benches ${mark} along the river`;
    await page.setViewportSize(viewport);
    const moderator = await Moderator.signIn();
    const email = await register(hand, page);
    await page.goto('/members/practices/edit');
    await signInBy(hand, page, email, password);
    await hand.write(titleField(page), name);
    await expectSaved(page);
    const form = page.url();
    const documentId = new URL(form).searchParams.get('id') ?? '';

    await context.setOffline(true);
    await hand.write(page.getByLabel('What is different now?'), 'Written without a line.');
    await expect(savebar(page)).toContainText('A copy is on this device');
    await context.setOffline(false);
    await answerTheRest(hand, page);
    await expectSaved(page);
    expect(await violationsOf(page)).toEqual([]);
    await seeAsPage(hand, page, name);
    await send(hand, page);
    expect(await violationsOf(page)).toEqual([]);

    await moderator.decide(documentId, 'ask-for-changes', 'Please say how many pupils there were.');
    await page.goto(await mailedLink(email, documentId));
    await expect(page.locator('main')).toContainText('Please say how many pupils there were.');
    expect(await violationsOf(page)).toEqual([]);
    await hand.write(page.getByLabel('What did you do?'), 'We asked forty pupils, and they built.');
    await expectSaved(page);
    await send(hand, page);

    const reader = await context.newPage();
    await reader.goto('/search?q=kavala');
    await answered(reader);
    await moderator.decide(documentId, 'accept', 'Thank you.');
    const [, address = ''] =
      /(\/practices\/[a-z0-9-]+)$/.exec(await mailedLink(email, '/practices/benches')) ?? [];
    await expectPage(request, address, 200, 'We asked forty pupils');
    await expectPage(request, '/practices', 200, mark);
    await expectPage(request, '/cities/kavala', 200, mark);
    await expectInLists(request, mark, true);
    await expectFound(page, mark, address, true);
    // The page that was open meanwhile finds it too.
    await hand.write(reader.getByRole('searchbox'), mark);
    await expect.poll(() => found(reader)).toContain(address);
    await reader.close();
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    expect(await page.content()).not.toContain(email);
    expect(await violationsOf(page)).toEqual([]);

    await page.goto(form);
    await hand.write(titleField(page), `${name}, again`);
    await expectSaved(page);
    await expectPage(request, address, 200, name);
    expect(await (await request.get(address)).text()).not.toContain(`${name}, again`);
    await send(hand, page);
    await moderator.decide(documentId, 'accept');
    await expectPage(request, address, 200, `${name}, again`);

    await page.goto('/members/practices');
    await expect(page.getByRole('link', { name: /On the site since/ })).toHaveAttribute(
      'href',
      new RegExp(`${address}$`),
    );
    expect(await violationsOf(page)).toEqual([]);
    await askToTakeDown(hand, page);
    expect(await violationsOf(page)).toEqual([]);
    await expectPage(request, address, 200, mark);
    await moderator.decide(documentId, 'unpublish', 'As you asked.');
    await expectPage(request, address, 404);
    await expectInLists(request, mark, false);
    await expectFound(page, mark, address, false);
  });
}
