import { pathOf, readList } from './open-data.ts';
import { expect, test } from './reader.ts';

test.use({ javaScriptEnabled: false, provoked: /404 \(Not Found\)/ });

const lists = ['practices', 'cities', 'strategies', 'projects', 'instruments', 'networks'];
const named = ['challenges', 'methodologies', 'news'];
const anchored = ['resources', 'glossary'];

for (const list of [...lists, ...named, ...anchored]) {
  test(`the list of ${list} lists every entry`, async ({ page, request }) => {
    const entries = await readList(request, list);
    await page.goto(`/${list}`);
    const html = await page.locator('main').innerHTML();
    const missing = entries.filter((entry) => {
      const id = `id="${entry.ref.toLowerCase()}"`;
      return !html.includes(anchored.includes(list) ? id : `href="${pathOf(entry)}"`);
    });
    expect(missing.map(({ ref }) => ref)).toEqual([]);
    if (!lists.includes(list)) return;
    const refs = await page
      .locator('.rows > .row:visible')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-ref')));
    expect(refs.toSorted()).toEqual(entries.map(({ ref }) => ref).toSorted());
  });
}

for (const address of ['/', '/practices', '/search', '/cities/kavala', '/el/no-such-page']) {
  test(`${address} offers nothing that would not work`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('fieldset.theme')).toBeHidden();
    await expect(page.locator('.filters')).toBeHidden();
    await expect(page.locator('.filter-button')).toBeHidden();
  });
}

for (const prefix of ['', '/el', '/ro', '/it', '/sr']) {
  test(`a practice says how to correct it or add to it, under ${prefix}/`, async ({
    page,
    request,
  }) => {
    const practices = await readList(request, 'practices');
    const practice = practices.find(({ contactable }) => contactable !== true);
    if (!practice) throw new Error('Every practice has an author to write to.');
    await page.goto(prefix + pathOf(practice));
    const links = page.locator('.correct').getByRole('link');
    const addresses = await links.evaluateAll((all) =>
      all.map((a) => a.getAttribute('href') ?? ''),
    );
    expect(addresses).toEqual([
      `${prefix}/members/practices`,
      `${prefix}/members/adaptations?practice=${practice.ref}`,
      `mailto:editors@localhost?subject=${practice.ref}`,
    ]);
    for (const address of addresses.slice(0, -1))
      expect((await request.get(address)).status()).toBe(200);
    await expect(page.locator('.correct')).not.toContainText('{');
    await expect(page.locator('.correct li').last()).toContainText(practice.ref);
  });
}

test('the search says that it needs a script, and where the lists are', async ({ page }) => {
  await page.goto('/search?q=river');
  const main = page.locator('main');
  await expect(main.locator('.search-no-script')).toBeVisible();
  for (const list of ['practices', 'cities', 'challenges', 'glossary']) {
    await expect(main.locator(`a[href="/${list}"]`).first()).toBeVisible();
  }
});

test('the menu of a phone opens', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await page.locator('.menu-button').click();
  await page.locator('#site-nav a[href="/practices"]').click();
  await expect(page).toHaveURL('/practices');
});
