import { existsSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PRACTICE } from '../documents/support.js';
import { boot, type RunningCms } from '../support/boot.js';
import { compiled } from '../support/compiled.js';
import { signIn, type Ask } from './asking.js';
import { createWorld, wholePractice, type World } from './world.js';

let cms: RunningCms;
let world: World;
let ask: Ask;
let other: Ask;
beforeAll(async () => {
  cms = await boot({ listen: true });
  world = await createWorld(cms.strapi);
  ({ ask } = await signIn(cms, 'writer'));
  ({ ask: other } = await signIn(cms, 'reader'));
});
afterAll(async () => {
  await cms.stop();
});

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#0a6' } });
const photo = () =>
  picture()
    .jpeg()
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N' } })
    .toBuffer();
const pdf = (objects: string) =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${objects} >>\nendobj\ntrailer <<>>\n%%EOF\n`);
const packed = (objects: string) => {
  const data = deflateSync(Buffer.from(objects)).toString('latin1');
  const text = `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${data}\nendstream\nendobj\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};

const WORDS = { alt: 'A market', credit: 'Town of Test', consent: 'true' };

function form(
  bytes: Buffer,
  words: Record<string, string>,
  name = 'photo.jpg',
  type = 'image/jpeg',
) {
  const body = new FormData();
  for (const [key, value] of Object.entries(words)) body.set(key, value);
  body.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return body;
}

const itemsSchema = z.looseObject({
  version: z.number(),
  images: z.array(z.looseObject({ id: z.string(), url: z.string(), alt: z.string() })),
  documents: z.array(z.looseObject({ id: z.string(), url: z.string(), title: z.string() })),
});
const read = (body: { data?: unknown }) => itemsSchema.parse(body.data);

async function draft() {
  const made = await ask('POST', '/practices', { body: { data: wholePractice(world) } });
  return `/practices/${made.entry().documentId}`;
}
const addImage = async (place: string, bytes?: Buffer, words = WORDS) =>
  ask('POST', `${place}/images`, { body: form(bytes ?? (await photo()), words) });
const addPdf = (place: string, bytes: Buffer) =>
  ask('POST', `${place}/documents`, {
    body: form(bytes, { title: 'Plan' }, 'plan.pdf', 'application/pdf'),
  });
const onDisk = (url: string) =>
  existsSync(path.join(cms.dataDir, 'uploads', 'uploads', path.basename(url)));

it('stores a picture without its metadata, under a name that says nothing', async () => {
  const answer = await addImage(await draft());
  expect(answer.status).toBe(201);
  const [image] = read(answer.body).images;
  expect(image).toMatchObject({
    alt: 'A market',
    credit: 'Town of Test',
    consent: true,
    width: 40,
  });
  const url = image?.url ?? '';
  expect(url).not.toContain('photo');
  const stored = await fetch(cms.url + url);
  const metadata = await sharp(await stored.arrayBuffer()).metadata();
  expect([stored.status, metadata.format, metadata.exif]).toEqual([200, 'jpeg', undefined]);
});

describe('refuses', () => {
  let place: string;
  beforeAll(async () => {
    place = await draft();
  });

  it.each([
    ['a page', '<html><script>1</script></html>', 415],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 415],
    ['a PDF', '%PDF-1.7', 415],
    ['nothing', '', 415],
    ['a beginning', '\xff\xd8\xff\xe0 and no more', 400],
  ])('%s among pictures', async (_, text, status) => {
    expect((await addImage(place, Buffer.from(text, 'latin1'))).status).toBe(status);
  });

  it('half a picture, and one that would fill the memory', async () => {
    const whole = await photo();
    expect((await addImage(place, whole.subarray(0, whole.length - 200))).faults).toEqual(['file']);
    const bomb = await picture(8000, 8000).png().toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await addImage(place, bomb)).faults).toEqual(['file']);
  });

  it('what is too large', async () => {
    const large = Buffer.concat([await photo(), Buffer.alloc(10 * 1024 * 1024)]);
    expect((await addImage(place, large)).status).toBe(413);
  });

  it('a picture without words on it', async () => {
    const refused = await addImage(place, undefined, { ...WORDS, alt: '', consent: 'false' });
    expect([refused.status, refused.faults]).toEqual([400, ['alt', 'consent']]);
    const unknown = await addImage(place, undefined, { ...WORDS, ...{ id: '1' } });
    expect([unknown.status, unknown.faults]).toEqual([400, ['id']]);
    const none = new FormData();
    for (const [name, value] of Object.entries(WORDS)) none.set(name, value);
    const empty = await ask('POST', `${place}/images`, { body: none });
    expect([empty.status, empty.faults]).toEqual([400, ['file']]);
    expect((await ask('POST', `${place}/images`, { body: WORDS })).status).toBe(415);
  });

  it.each([
    ['a script', pdf('/OpenAction << /S /JavaScript /JS (1) >>')],
    ['a script with a veiled name', pdf('/OpenAction << /S /J#61vaScript >>')],
    ['a script in packed objects', packed('<< /S /JavaScript /JS (1) >>')],
    ['other files', pdf('/Names << /EmbeddedFiles 3 0 R >>')],
    ['a lock', pdf('/Encrypt 4 0 R')],
    ['no end', Buffer.from('%PDF-1.7\n1 0 obj')],
  ])('a PDF with %s', async (_, bytes) => {
    const refused = await addPdf(place, bytes);
    expect([refused.status, refused.faults]).toEqual([400, ['file']]);
  });

  it('a picture among PDFs, and leaves nothing of all this', async () => {
    expect((await addPdf(place, await photo())).status).toBe(415);
    expect(read((await ask('GET', place)).body)).toMatchObject({ images: [], documents: [] });
  });
});

it('takes a PDF, and lets go of it', async () => {
  const place = await draft();
  const added = await addPdf(place, packed('<< /Type /Page >>'));
  const [document] = read(added.body).documents;
  expect([added.status, document?.title, onDisk(document?.url ?? '')]).toEqual([201, 'Plan', true]);
  const gone = await ask('DELETE', `${place}/documents/${document?.id ?? ''}`);
  expect(read(gone.body).documents).toEqual([]);
  expect(onDisk(document?.url ?? '')).toBe(false);
  expect((await ask('DELETE', `${place}/documents/${document?.id ?? ''}`)).status).toBe(404);
});

it('keeps both of two sent at once, and changes words, order and number by id', async () => {
  const place = await draft();
  const both = await Promise.all([addImage(place), addImage(place)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  const { images, version } = read((await ask('GET', place)).body);
  const [first, second] = images;
  const data = {
    images: [
      { id: second?.id, alt: 'New', credit: 'B', consent: true },
      { id: first?.id, alt: 'Old', credit: 'A', consent: true },
    ],
  };
  const turned = await ask('PUT', place, { body: { version, data } });
  expect(read(turned.body).images).toMatchObject(data.images);
  const left = { images: data.images.slice(1) };
  await ask('PUT', place, { body: { version: version + 1, data: left } });
  expect([onDisk(first?.url ?? ''), onDisk(second?.url ?? '')]).toEqual([true, false]);
  const foreign = { images: [{ id: second?.id, alt: 'x', credit: 'x', consent: true }] };
  const refused = await ask('PUT', place, { body: { version: version + 2, data: foreign } });
  expect([refused.status, refused.faults]).toEqual([400, ['images.0.id']]);
});

it('keeps what the live version shows, and removes all with the last version', async () => {
  const place = await draft();
  const { images, version } = read((await addImage(place)).body);
  await ask('POST', `${place}/submit`, { body: { version } });
  expect((await addImage(place)).status).toBe(409);
  await compiled('moderation/change-state').changeState(cms.strapi, {
    uid: PRACTICE,
    documentId: path.basename(place),
    action: 'accept',
    by: { kind: 'editor', name: 'Elena Test' },
  });
  const [image] = images;
  const url = image?.url ?? '';
  const gone = await ask('DELETE', `${place}/images/${image?.id ?? ''}`);
  expect([gone.entry().reviewState, onDisk(url)]).toEqual(['draft', true]);
  const back = read((await ask('DELETE', place)).body);
  expect(back.images).toMatchObject([{ id: image?.id, url }]);
});

it('takes files of its owner alone', async () => {
  const place = await draft();
  const [image] = read((await addImage(place)).body).images;
  const body = form(await photo(), WORDS);
  expect((await other('POST', `${place}/images`, { body })).status).toBe(404);
  expect((await other('DELETE', `${place}/images/${image?.id ?? ''}`)).status).toBe(404);
  expect((await ask('DELETE', place)).status).toBe(204);
  expect(onDisk(image?.url ?? '')).toBe(false);
});
