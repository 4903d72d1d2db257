import { platform } from '../platform.ts';
import { expect, test } from '../reader.ts';
import { Editor } from './editor.ts';
import { signIn } from './sign-in.ts';

test.describe.configure({ timeout: 120_000 });

const publishMs = 60_000;
const date = '2026-11-02';
const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'As it was decided.' }] }];
const first = `The first words of ${Date.now()}.`;
const second = `The second words of ${Date.now()}.`;
const title = `News of ${Date.now()}`;

test('an editor sees the draft, whether readers see it, and brings back what was before', async ({
  browser,
  request,
}) => {
  const editor = await Editor.signIn();
  const news = await editor.create('news-item', { title, summary: first, date, body });
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  try {
    await signIn(page);
    const path = `/content-manager/collection-types/api::news-item.news-item/${news.documentId}`;
    await page.goto(`${platform.cmsUrl}/admin${path}`);
    const summary = page.getByRole('textbox', { name: 'Summary' });
    await expect(summary).toHaveValue(first);
    await expect(page.getByText('Not on the site')).toBeVisible();

    await summary.fill(second);
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    // Until it is saved, leaving asks back.
    await expect(save).toBeDisabled();
    await page.getByRole('link', { name: 'Open preview' }).click();
    const preview = page.frameLocator('iframe');
    await expect(preview.locator('h1')).toHaveText(title);
    await expect(preview.getByText(second)).toBeVisible();
    await expect(preview.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
    const leadingAway = preview.getByRole('navigation').getByRole('link').first();
    await expect(leadingAway).toHaveAttribute('target', '_blank');
    const fonts = await preview.locator('html').evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].map(({ status }) => status);
    });
    expect(fonts).toContain('loaded');
    expect(fonts).not.toContain('error');
    expect((await request.get(`/news/${news.slug}`)).status()).toBe(404);
    await page.goBack();

    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByText(/^On the site since/)).toBeVisible({ timeout: publishMs });
    await expect(page.getByText(/^Waiting to go live/)).toBeHidden();
    const link = page.getByRole('link', { name: 'See it on the site' });
    const address = (await link.getAttribute('href')) ?? '';
    expect(await (await request.get(address)).text()).toContain(second);

    await page.getByRole('button', { name: 'Compare or restore' }).click();
    await page
      .getByRole('button', { name: /^Compare with now/ })
      .last()
      .click();
    const change = page.getByRole('region', { name: 'Summary' });
    await expect(change).toContainText(first);
    await expect(change).toContainText(second);
    await page.getByRole('button', { name: 'Restore as draft' }).click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(summary).toHaveValue(first);
    expect(await (await request.get(address)).text()).toContain(second);

    await page.goto(`${platform.cmsUrl}/admin`);
    const widget = page.getByRole('region', { name: 'Publishing' });
    await expect(widget.getByRole('link', { name: title })).toBeVisible();
    await expect(widget.getByText(/^Live since/)).toBeVisible();
    await expect(widget.getByRole('button', { name: 'Go back one release' })).toBeVisible();
  } finally {
    await page.close();
    await editor.delete('news-item', news.documentId);
  }
});
