import { get, type IncomingMessage } from 'node:http';
import { platform } from './platform.ts';
import { expect, test } from './reader.ts';

const long = 'x'.repeat(5_000);
const queries = [
  '?country=%00',
  '?country=%E0%A4%A',
  `?country=${long}`,
  '?country=%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '?country=XX&country=&country=GR%20RO',
  '?sort=__proto__&constructor=1&__proto__=2',
  '?sort=%22%5D%2Cinput',
  '?&&&=&=x&?',
];

for (const list of ['/practices', '/cities', '/instruments']) {
  test(`${list} shows everything whatever stands in its address`, async ({ page }) => {
    await page.goto(list);
    const all = await page.locator('.rows > .row:visible').count();
    for (const query of queries) {
      await page.goto(`${list}${query}`);
      await expect(page.locator('.rows > .row:visible'), query).toHaveCount(all);
    }
    await page.locator('.filters input[type="checkbox"]:visible').first().check();
    expect(await page.locator('.rows > .row:visible').count()).toBeLessThan(all);
  });
}

const questions = [
  '%00',
  '%E0%A4%A',
  long,
  '%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  '%22%5C*%3F',
  '%20',
  '%F0%9F%8F%9B',
];

test('the search stands any question and any address', async ({ page }) => {
  const queries = [
    ...questions.map((question) => `?q=${question}`),
    '?q=river&page=-1',
    '?q=river&page=1e9',
    '?q=river&type=nothing&country=%00',
    '?q=__proto__&__proto__=1',
  ];
  for (const query of queries) {
    await page.goto(`/search${query}`);
    await expect(page.locator('.results'), query).not.toHaveAttribute('aria-busy');
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    await expect(page.locator('#results-h'), query).not.toContainText('could not be loaded');
  }
  await page.locator('#q').fill('tordino');
  await expect(page.locator('.results .row').first()).toBeVisible();
});

test('a filter nobody knows does not spoil the one that is known', async ({ page }) => {
  await page.goto('/practices?country=GR');
  const greek = await page.locator('.rows > .row:visible').count();
  await page.goto('/practices?country=GR&country=XX&colour=red');
  await expect(page.locator('.rows > .row:visible')).toHaveCount(greek);
});

test('without storage the choice of light or dark lasts for the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Storage is off.', 'SecurityError');
      },
    });
  });
  await page.goto('/');
  const root = page.locator('html');
  await page.locator('.theme input[value="dark"]').check();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.goto('/practices');
  await expect(root).not.toHaveAttribute('data-theme');
});

test('a stored choice that is none is passed over', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('see-theme', '"><script>');
  });
  await page.goto('/');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await expect(page.locator('.theme input[value="auto"]')).toBeChecked();
});

const crooked = [
  '/%00',
  '/%E0%A4%A',
  '/../../secrets.json',
  '/..%2f..%2f..%2fsecrets.json',
  '/%2e%2e/%2e%2e/secrets.json',
  '/..%5c..%5csecrets.json',
  '/.htaccess',
  '//example.org',
  '/%5c%5cexample.org/',
  `/${long}`,
  '/practices/%3Cscript%3E',
];

test('no crooked address gets a fault, a file it must not, or out of the site', async () => {
  for (const address of crooked) {
    let answer = await askAsWritten(address);
    if (answer.statusCode === 301) {
      const to = answer.headers.location ?? '';
      expect.soft(to, address).toMatch(/^\/(?!\/)/);
      answer = await askAsWritten(to);
    }
    expect.soft([400, 403, 404, 414], address.slice(0, 60)).toContain(answer.statusCode);
  }
});

test('the server only reads', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    expect((await request.fetch('/practices', { method })).status()).toBe(405);
  }
});

/** Asks for the address as it is written: browsers and `fetch` would mend it first. */
function askAsWritten(path: string): Promise<IncomingMessage> {
  const { hostname, port } = new URL(platform.siteUrl);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (answer) => resolve(answer.resume())).on('error', reject);
  });
}
