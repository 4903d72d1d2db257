import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { boot, type RunningCms } from '../support/boot.js';
import {
  CHALLENGE,
  cityData,
  CITY,
  documents,
  NETWORK,
  PRACTICE,
  refusedPaths,
} from './support.js';

const idSchema = z.object({ id: z.number() });

const practice = {
  title: 'A practice',
  oneLine: 'What it is.',
  originalLanguage: 'en',
  form: 'short',
  lifecycle: 'running',
};

describe('links', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await boot();
  });
  afterAll(() => cms.stop());
  const practices = () => documents(cms.strapi, PRACTICE);

  async function createChallenge(title: string): Promise<string> {
    const data = { title, definition: 'What it is.' };
    return (await documents(cms.strapi, CHALLENGE).create({ data })).documentId;
  }
  async function readLinks(documentId: string, status = 'draft'): Promise<unknown> {
    return (await practices().findOne({ documentId, status }))?.links;
  }

  it('follow every way to change a relation, in order', async () => {
    const [a, b, c] = [
      await createChallenge('A'),
      await createChallenge('B'),
      await createChallenge('C'),
    ];
    const { documentId } = await practices().create({ data: { ...practice, challenges: [b, a] } });
    expect(await readLinks(documentId)).toEqual({ challenges: [b, a] });
    const change = async (challenges: unknown) => {
      await practices().update({ documentId, data: { challenges } });
      return readLinks(documentId);
    };
    expect(await change({ connect: [{ documentId: c, position: { start: true } }] })).toEqual({
      challenges: [c, b, a],
    });
    expect(await change({ disconnect: [{ documentId: b }] })).toEqual({ challenges: [c, a] });
    expect(await change({ set: [{ documentId: a }, { documentId: b }] })).toEqual({
      challenges: [a, b],
    });
    expect(await change([])).toEqual({});
  });

  it('of the published row change with a publish only', async () => {
    const [a, b] = [await createChallenge('A'), await createChallenge('B')];
    const data = { ...practice, challenges: [a] };
    const { documentId } = await practices().create({ data, status: 'published' });
    await practices().update({ documentId, data: { challenges: [b] } });
    expect(await readLinks(documentId, 'published')).toEqual({ challenges: [a] });
    await practices().publish(documentId);
    expect(await readLinks(documentId, 'published')).toEqual({ challenges: [b] });
  });

  it('go back with a discarded draft, though their targets are not published', async () => {
    const [a, b] = [await createChallenge('A'), await createChallenge('B')];
    const data = { ...practice, challenges: [b, a] };
    const { documentId } = await practices().create({ data, status: 'published' });
    await practices().update({ documentId, data: { challenges: [] } });
    await practices().discardDraft(documentId);
    const draft = await practices().findOne({ documentId, populate: ['challenges'] });
    expect(draft).toMatchObject({
      links: { challenges: [b, a] },
      challenges: [{ documentId: b }, { documentId: a }],
    });
  });

  it('hold neither owners nor row ids, and cannot be written from outside', async () => {
    const user = idSchema.parse(
      await cms.strapi.db
        .query('plugin::users-permissions.user')
        .create({ data: { username: 'owner', email: 'owner@example.org' } }),
    );
    const data = { ...practice, owner: user.id, links: { challenges: ['forged'] } };
    const { documentId } = await practices().create({ data });
    expect(await readLinks(documentId)).toEqual({});
    await practices().update({ documentId, data: { title: 'B', links: { cities: ['forged'] } } });
    expect(await readLinks(documentId)).toEqual({});
  });

  it('lose a document that is deleted, in drafts and published rows', async () => {
    const [a, b] = [await createChallenge('A'), await createChallenge('B')];
    const data = { ...practice, challenges: [a, b] };
    const { documentId } = await practices().create({ data, status: 'published' });
    await documents(cms.strapi, CHALLENGE).delete(a);
    expect(await readLinks(documentId)).toEqual({ challenges: [b] });
    expect(await readLinks(documentId, 'published')).toEqual({ challenges: [b] });
  });

  it('keep the places of components when a document is deleted', async () => {
    const cities = documents(cms.strapi, CITY);
    const [a, b] = [
      await cities.create({ data: cityData() }),
      await cities.create({ data: cityData() }),
    ];
    const members = [{ city: a.documentId }, { name: 'Nobody' }, { city: b.documentId }];
    const networks = documents(cms.strapi, NETWORK);
    const { documentId } = await networks.create({ data: { name: 'Net', members } });
    await cities.delete(a.documentId);
    const links = (await networks.findOne({ documentId }))?.links;
    expect(links).toEqual({ members: [{}, {}, { city: [b.documentId] }] });
  });

  it('are those of the source in a copy', async () => {
    const a = await createChallenge('A');
    const source = await practices().create({ data: { ...practice, challenges: [a] } });
    const copy = await practices().clone(source.documentId);
    expect(copy.documentId).not.toBe(source.documentId);
    expect(await readLinks(copy.documentId)).toEqual({ challenges: [a] });
  });

  it('do not make an entry look modified', async () => {
    const a = await createChallenge('A');
    const data = { ...practice, challenges: [a] };
    const { documentId } = await practices().create({ data, status: 'published' });
    const draft = await practices().findOne({ documentId });
    const published = await practices().findOne({ documentId, status: 'published' });
    expect(published?.updatedAt).toBe(draft?.updatedAt);
    await practices().discardDraft(documentId);
    expect((await practices().findOne({ documentId }))?.updatedAt).toBe(published?.updatedAt);
  });

  it('are all there is: a draft that was never published cannot be discarded', async () => {
    const { documentId } = await practices().create({ data: practice });
    expect(await refusedPaths(practices().discardDraft(documentId))).toEqual(['']);
    expect(await practices().findOne({ documentId })).not.toBeNull();
  });
});
