import { readFileSync } from 'node:fs';
import { type APIRequestContext, type Page, request } from '@playwright/test';
import { z } from 'zod';
import { expect, openAccount, password, signIn, test } from '../members/member.ts';
import { platform } from '../platform.ts';
import { signIn as signInAsEditor } from './sign-in.ts';

test.use({ provoked: /status of (400|401|404)/ });
test.describe.configure({ timeout: 120_000 });

/** Asks for a function that is not there: wherever it runs, the browser tells. Short, for short fields. */
const attack = '"><svg onload=xss()>';

const written = z.object({ data: z.object({ documentId: z.string(), version: z.number() }) });
const refused = z.object({
  error: z.object({
    details: z.object({
      errors: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])) })),
    }),
  }),
});

const whole = {
  title: `A market ${attack}`,
  oneLine: attack,
  originalLanguage: 'en',
  form: 'full',
  cities: ['SEE-C-001'],
  challenges: ['SEE-T-001'],
  actions: attack,
  results: attack,
  costCard: { costBand: 'under5k' },
  lifecycle: 'running',
  startYear: 2019,
  organisationName: attack,
};

const field = z.object({
  name: z.string(),
  get fields() {
    return z.array(field).optional();
  },
});
const form = z.object({ sections: z.array(z.object({ fields: z.array(field) })) });

/** A draft that holds the attack in every text of the form, in parts too; the CMS says which are texts. */
async function hostileDraft(api: APIRequestContext) {
  const file = new URL('../../../cms/contract/practice-form.json', import.meta.url);
  const { sections } = form.parse(JSON.parse(readFileSync(file, 'utf8')));
  const begun = await api.post('/api/me/practices', { data: { data: {} } });
  const { documentId, version: first } = written.parse(await begun.json()).data;
  let version = first;
  const hostile: string[] = [];
  /** The paths of what was refused; none when it is written. */
  const write = async (data: Record<string, unknown>) => {
    const answer = await api.put(`/api/me/practices/${documentId}`, { data: { version, data } });
    if (!answer.ok()) return refused.parse(await answer.json()).error.details.errors;
    version = written.parse(await answer.json()).data.version;
    hostile.push(...Object.keys(data));
    return [];
  };
  for (const { name, fields = [] } of sections.flatMap((section) => section.fields)) {
    if (fields.length === 0) {
      await write({ [name]: attack });
      continue;
    }
    const part = (names: string[]) => Object.fromEntries(names.map((inner) => [inner, attack]));
    const names = fields.map((inner) => inner.name);
    const faults = await write({ [name]: [part(names)] });
    const others = new Set(faults.map(({ path }) => path[2]));
    const texts = names.filter((inner) => !others.has(inner));
    if (faults.length > 0 && texts.length > 0) await write({ [name]: [part(texts)] });
  }
  expect(await write(whole)).toEqual([]);
  return { documentId, hostile };
}

async function memberApi(email: string): Promise<APIRequestContext> {
  const headers = { Origin: platform.siteUrl };
  const options = { baseURL: platform.cmsUrl };
  const guest = await request.newContext({ ...options, extraHTTPHeaders: headers });
  const answer = await guest.post('/api/auth/local', { data: { identifier: email, password } });
  const { jwt } = z.object({ jwt: z.string() }).parse(await answer.json());
  await guest.dispose();
  const Authorization = `Bearer ${jwt}`;
  return request.newContext({ ...options, extraHTTPHeaders: { ...headers, Authorization } });
}

/** Nothing of what was written became a part of the page, though it is read there. */
async function expectRead(page: Page): Promise<void> {
  await expect
    .poll(
      async () =>
        page.evaluate(
          (text) =>
            document.body.innerText.includes(text) ||
            [...document.querySelectorAll('input, textarea')].some(
              (each) => 'value' in each && String(each.value).includes(text),
            ),
          attack,
        ),
      { message: `${page.url()} shows what was written`, timeout: 30_000 },
    )
    .toBe(true);
  await expect(page.locator('[onload]')).toHaveCount(0);
}

test('what a member wrote to do harm is words to the member and to the editors', async ({
  browser,
  page,
}) => {
  const email = await openAccount();
  const api = await memberApi(email);
  expect((await api.put('/api/me', { data: { displayName: attack } })).ok()).toBe(true);
  const { documentId, hostile } = await hostileDraft(api);
  expect(new Set(hostile).size).toBeGreaterThan(20);

  await page.goto(`/members/practices/edit?id=${documentId}`);
  await signIn(page, email);
  await expectRead(page);
  await page.goto('/members/practices');
  await expectRead(page);

  const admin = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const faults: string[] = [];
  admin.on('pageerror', (problem) => faults.push(problem.message));
  admin.on('dialog', (dialog) => faults.push(dialog.message()));
  try {
    await signInAsEditor(admin);
    const list = `${platform.cmsUrl}/admin/content-manager/collection-types/api::practice.practice`;
    for (const address of [`${list}?sort=updatedAt:DESC`, `${list}/${documentId}`]) {
      await admin.goto(address);
      await expectRead(admin);
    }
    expect(faults).toEqual([]);
  } finally {
    await admin.close();
    await api.delete(`/api/me/practices/${documentId}`);
    await api.dispose();
  }
});
