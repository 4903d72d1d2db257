import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHALLENGE, cityData, CITY, documents, PRACTICE } from '../documents/support.js';
import { createFile } from '../graphql/sample.js';
import { signInAs } from '../support/admin-user.js';
import { boot, type RunningCms } from '../support/boot.js';

const ROLES = ['strapi-editor', 'see-moderator', 'strapi-author'] as const;

const headsSchema = z.array(
  z.object({
    id: z.number(),
    at: z.iso.datetime(),
    by: z.string(),
    change: z.string(),
    locale: z.string().nullable(),
  }),
);
const changesSchema = z.array(
  z.object({ path: z.string(), label: z.string(), before: z.string(), after: z.string() }),
);

let cms: RunningCms;
const tokens = new Map<string, string>();
beforeAll(async () => {
  cms = await boot({ listen: true });
  for (const role of ROLES) tokens.set(role, await signInAs(cms.strapi, cms.url, role));
});
afterAll(async () => {
  await cms.stop();
});

const cities = () => documents(cms.strapi, CITY);

async function ask(role: string, method: string, path: string, body?: object) {
  const response = await fetch(`${cms.url}/revisions/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(role)}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = z.looseObject({ data: z.unknown() }).parse(await response.json());
  return { status: response.status, data: answer.data };
}

async function revisionsOf(type: string, documentId: string, query = '') {
  const { data } = await ask('strapi-editor', 'GET', `${type}/${documentId}${query}`);
  return headsSchema.parse(data).reverse();
}

async function changesOf(documentId: string, query = '') {
  return (await revisionsOf('city', documentId, query)).map(({ change }) => change);
}

async function compare(type: string, documentId: string, from: number, to: number) {
  const path = `${type}/${documentId}/compare?from=${from}&to=${to}`;
  return changesSchema.parse((await ask('strapi-editor', 'GET', path)).data);
}

describe('a save', () => {
  it('leaves the entry as it is then, unless it changed nothing', async () => {
    const { documentId } = await cities().create({ locale: 'en', data: cityData() });
    const edit = { summary: 'Another summary.' };
    await cities().update({ documentId, locale: 'en', data: edit });
    await cities().update({ documentId, locale: 'en', data: edit });
    await cities().publish(documentId, { locale: 'en' });
    await cities().publish(documentId, { locale: 'en' });
    await cities().update({ documentId, locale: 'en', data: { summary: 'A third.' } });
    await cities().discardDraft(documentId, { locale: 'en' });
    await cities().unpublish(documentId, { locale: 'en' });
    await cities().unpublish(documentId, { locale: 'en' });
    const wanted = ['create', 'update', 'publish', 'update', 'discard', 'unpublish'];
    expect(await changesOf(documentId)).toEqual(wanted);
    await cities().delete(documentId, { locale: '*' });
    expect(await changesOf(documentId)).toEqual([...wanted, 'delete']);
  });

  it('leaves it in the language that was saved', async () => {
    const { documentId } = await cities().create({ locale: 'en', data: cityData() });
    await cities().update({ documentId, locale: 'el', data: { name: 'Πόλη' } });
    expect(await changesOf(documentId, '?locale=el')).toEqual(['update']);
    expect(await changesOf(documentId, '?locale=en')).toEqual(['create']);
  });

  it('leaves nothing when it is taken back', async () => {
    const { documentId } = await cities().create({ locale: 'en', data: cityData() });
    const write = cms.strapi.db.transaction(async () => {
      await cities().update({ documentId, locale: 'en', data: { summary: 'Gone.' } });
      throw new Error('Taken back.');
    });
    await expect(write).rejects.toThrow('Taken back.');
    expect(await changesOf(documentId)).toEqual(['create']);
  });
});

describe('a practice with parts, pictures and relations', () => {
  async function makePractice() {
    const file = await createFile(cms.strapi);
    const city = await cities().create({ locale: 'en', data: cityData({ name: 'Drama' }) });
    const challenge = await documents(cms.strapi, CHALLENGE).create({
      locale: 'en',
      data: { title: 'Empty shops', definition: 'Shops stand empty.' },
    });
    const practices = documents(cms.strapi, PRACTICE);
    const { documentId } = await practices.create({
      data: {
        title: 'A square for all',
        form: 'short',
        cities: [{ documentId: city.documentId, locale: 'en' }],
        challenges: [{ documentId: challenge.documentId, locale: 'en' }],
        images: [{ file, alt: 'A square', credit: 'Nobody', consent: true }],
        indicators: [{ name: 'Visitors', before: '10', after: '20' }],
      },
    });
    await practices.update({
      documentId,
      data: {
        title: 'A square',
        form: 'full',
        cities: [],
        images: [],
        indicators: [{ name: 'Visitors', before: '10', after: '30' }],
      },
    });
    return { documentId, city: city.documentId, file };
  }

  it('is compared field by field, in words', async () => {
    const { documentId } = await makePractice();
    const [from, to] = await revisionsOf('practice', documentId);
    const changes = await compare('practice', documentId, from?.id ?? 0, to?.id ?? 0);
    const said = changes.map(({ path, before, after }) => [path, before, after]);
    expect(said).toContainEqual(['title', 'A square for all', 'A square']);
    expect(said).toContainEqual(['cities', 'Drama', '']);
    expect(said).toContainEqual(['images.0.file', 'sample.png', '']);
    expect(said).toContainEqual(['images.0.consent', 'Yes', '']);
    expect(said).toContainEqual(['indicators.0.after', '20', '30']);
    expect(changes.find(({ path }) => path === 'indicators.0.after')?.label).toContain(
      ' 1 › After',
    );
    expect(said.map(([path]) => path)).not.toContain('challenges');
    expect(changes.map(({ label }) => label)).not.toContain('title');
    expect(await compare('practice', documentId, from?.id ?? 0, from?.id ?? 0)).toEqual([]);
  });

  it('is restored as a draft, and what is live stays', async () => {
    const { documentId, city, file } = await makePractice();
    const practices = documents(cms.strapi, PRACTICE);
    const rest = { oneLine: 'Done.', originalLanguage: 'en', lifecycle: 'running' };
    await practices.update({ documentId, data: rest });
    await practices.publish(documentId);
    const [first] = await revisionsOf('practice', documentId);
    const restored = await ask('strapi-editor', 'POST', `practice/${documentId}/restore`, {
      revision: first?.id,
    });
    expect(restored).toEqual({ status: 200, data: { missing: 0 } });
    const populate = { cities: true, images: { populate: ['file'] }, indicators: true };
    const draft = await practices.findOne({ documentId, populate });
    expect(draft).toMatchObject({
      title: 'A square for all',
      form: 'short',
      cities: [{ documentId: city }],
      images: [{ alt: 'A square', file: { id: file } }],
      indicators: [{ after: '20' }],
      links: { cities: [city] },
    });
    const live = await practices.findOne({ documentId, status: 'published' });
    expect(live?.title).toBe('A square');
    const last = (await revisionsOf('practice', documentId)).at(-1);
    expect(last).toMatchObject({ change: 'update', by: 'strapi-editor Test' });
  });

  it('is restored without what is no longer there', async () => {
    const { documentId, city } = await makePractice();
    await cities().delete(city, { locale: '*' });
    const [first, second] = await revisionsOf('practice', documentId);
    const path = `practice/${documentId}/restore`;
    const { data } = await ask('strapi-editor', 'POST', path, { revision: first?.id });
    expect(data).toEqual({ missing: 1 });
    const changes = await compare('practice', documentId, second?.id ?? 0, first?.id ?? 0);
    expect(changes.find(({ path: field }) => field === 'cities')?.after).toBe('(no longer there)');
  });
});

describe('who may', () => {
  it('see revisions is who may see the entry', async () => {
    const practice = await documents(cms.strapi, PRACTICE).create({ data: { title: 'One' } });
    const path = `practice/${practice.documentId}`;
    expect((await ask('see-moderator', 'GET', path)).status).toBe(200);
    expect((await ask('strapi-author', 'GET', path)).status).toBe(403);
    expect((await ask('strapi-editor', 'GET', 'user/1')).status).toBe(404);
  });

  it('restore one is who may change the entry, and only to revisions of it', async () => {
    const { documentId } = await cities().create({ locale: 'en', data: cityData() });
    const other = await cities().create({ locale: 'en', data: cityData() });
    const [revision] = await revisionsOf('city', documentId);
    const body = { revision: revision?.id };
    const path = `city/${documentId}/restore`;
    expect((await ask('see-moderator', 'POST', path, body)).status).toBe(403);
    expect((await ask('strapi-author', 'POST', path, body)).status).toBe(403);
    expect((await ask('strapi-editor', 'POST', path, body)).status).toBe(200);
    const foreign = `city/${other.documentId}/restore`;
    expect((await ask('strapi-editor', 'POST', foreign, body)).status).toBe(404);
    expect((await ask('strapi-editor', 'POST', path, { revision: 'first' })).status).toBe(400);
    await cities().delete(documentId, { locale: '*' });
    expect((await ask('strapi-editor', 'POST', path, body)).status).toBe(404);
  });
});
