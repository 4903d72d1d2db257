import type { APIRequestContext, Page } from '@playwright/test';
import { z } from 'zod';
import { platform } from '../platform.ts';
import { expect, test } from '../reader.ts';
import { Editor } from './editor.ts';
import { signIn } from './sign-in.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const publishMs = 120_000;
const kavala = '/cities/kavala';
const mark = `A sentence of ${Date.now()} from the admin.`;
const attack = {
  title: '<script>alert("title")</script> & "quoted"',
  summary: '<img src="x" onerror="alert(1)">',
  date: '2026-11-01',
  body: [
    { type: 'paragraph', children: [{ type: 'text', text: '</script><script>alert(2)</script>' }] },
  ],
};
let editor: Editor;
let summary = '';
let news = { documentId: '', slug: '' };

test.beforeAll(async () => {
  editor = await Editor.signIn();
  summary = z.string().parse((await editor.find('city', 'kavala')).summary);
});

/** Waits until the address answers with a status and, if one is given, a text. */
async function expectLive(request: APIRequestContext, address: string, status: number, text = '') {
  const look = async () => {
    const answer = await request.get(address);
    return { status: answer.status(), hasText: (await answer.text()).includes(text) };
  };
  const options = { message: `${address}: ${status} ${text}`, timeout: publishMs };
  await expect.poll(look, options).toEqual({ status, hasText: true });
}

/** Signs in to the admin and changes the summary of Kavala, as an editor does. */
async function changeSummary(page: Page, text: string): Promise<void> {
  await signIn(page);
  await page.getByRole('link', { name: 'Content Manager' }).click();
  await page.getByRole('link', { name: 'City or region' }).click();
  await page.getByRole('gridcell', { name: 'Kavala', exact: true }).first().click();
  await page.getByLabel('Summary').fill(text);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText(/Published document|Success/i).first()).toBeVisible();
}

test('what an editor publishes in the admin stands on the site', async ({ browser, request }) => {
  const office = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  await changeSummary(office, mark);
  await office.close();
  await expectLive(request, kavala, 200, mark);
  await expectLive(request, '/cities', 200, mark);
  await expectLive(request, '/data/cities.json', 200, mark);
});

test('what could do harm is refused, with its field and a sentence', async () => {
  const town = { name: 'Test town', kind: 'municipality', country: 'GR' };
  for (const slug of ['../x', 'index', 'Ünder']) {
    const [fault = ''] = await editor.createRefused('city', { ...town, slug });
    expect(fault, slug).toMatch(/^slug: .{20,}/);
  }
  const url = 'javascript:alert(1)';
  const link = { type: 'link', url, children: [{ type: 'text', text: 'click' }] };
  const body = [{ type: 'paragraph', children: [link] }];
  const [fault = ''] = await editor.createRefused('news-item', { ...attack, body });
  expect(fault).toMatch(/^body\.0\.children\.0\.url: A link starts with/);
  const draft = await editor.create('city', { ...town, summary: 'A town.' });
  try {
    const data = { ...town, summary: 'A town.', website: url };
    const faults = await editor.publishRefused('city', draft.documentId, data);
    expect(faults.join()).toMatch(/^website: /);
  } finally {
    await editor.delete('city', draft.documentId);
  }
});

test('script in a text is shown as text and never run', async ({ page, request }) => {
  news = await editor.create('news-item', attack);
  await editor.publish('news-item', news.documentId, 'en', attack);
  const address = `/news/${news.slug}`;
  await expectLive(request, address, 200);
  for (const each of [address, '/news', '/']) {
    await page.goto(each);
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
  }
  await page.goto(address);
  await expect(page.locator('h1')).toHaveText(attack.title);
  await expect(page.getByText(attack.body[0]?.children[0]?.text ?? '')).toBeVisible();
  const feed = await (await request.get('/feeds/news.xml')).text();
  const fault = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    return parsed.querySelector('parsererror')?.textContent ?? null;
  }, feed);
  expect(fault).toBeNull();
});

test('a translation takes the place of the English text', async ({ page, request }) => {
  const address = `/ro/news/${news.slug}`;
  const title = 'O știre de probă';
  await page.goto(address);
  await expect(page.locator('h1 [lang="en"], h1[lang="en"]')).toHaveCount(1);
  const data = { title, summary: 'Tradusă de un om.', translation: 'reviewed', date: attack.date };
  await editor.publish('news-item', news.documentId, 'ro', data);
  await expectLive(request, address, 200, title);
  await page.goto(address);
  await expect(page.locator('h1')).toHaveText(title);
  await expect(page.locator('h1 [lang="en"], h1[lang="en"]')).toHaveCount(0);
});

test('what is unpublished is gone, and the text of before comes back', async ({ request }) => {
  await editor.unpublish('news-item', news.documentId, 'ro');
  await editor.unpublish('news-item', news.documentId, 'en');
  const city = await editor.find('city', 'kavala');
  await editor.publish('city', city.documentId, 'en', { ...city, summary });
  await expectLive(request, `/news/${news.slug}`, 404);
  await expectLive(request, `/ro/news/${news.slug}`, 404);
  await expectLive(request, kavala, 200, summary);
  expect(await (await request.get('/news')).text()).not.toContain(news.slug);
  // Open data and feeds follow the pages by some seconds.
  for (const list of ['/data/news.json', '/feeds/news.xml']) {
    const text = async () => (await request.get(list)).text();
    await expect.poll(text, { message: list, timeout: 60_000 }).not.toContain(news.slug);
  }
  await editor.delete('news-item', news.documentId);
});

test('the publisher tells what is live', async ({ request }) => {
  const answer = await request.get(`${platform.publisherUrl}/status`);
  expect(await answer.json()).toMatchObject({ lastError: null });
});
