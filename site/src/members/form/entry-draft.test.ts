import { beforeEach, describe, expect, it } from 'vitest';
import { type Entry, readEntry } from '../entry.ts';
import { RequestFailed } from '../request-failed.ts';
import type { Fields } from '../unknown.ts';
import { EntryDraft } from './entry-draft.ts';
import { LocalCopies } from './local-copies.ts';

const entry = (version: number, fields: Fields): Entry =>
  readEntry({ documentId: 'p1', version, reviewState: 'draft', ...fields });
const refused = (...path: (string | number)[]) =>
  new RequestFailed(400, { error: { details: { errors: [{ path, message: 'No.' }] } } }, null);

let form: Fields;
let sent: Fields[];
let unsavable: Set<string>;
let failure: Error | null;
let device: Map<string, string>;
let draft: EntryDraft;
let keys: number;
let madeWith: string[];

const copies = (id: string | null, tab = 'tab') =>
  new LocalCopies(
    {
      get length() {
        return device.size;
      },
      key: (index) => [...device.keys()][index] ?? null,
      getItem: (name) => device.get(name) ?? null,
      setItem: (name, value) => void device.set(name, value),
      removeItem: (name) => void device.delete(name),
    },
    'ana',
    `practice/${id ?? 'new'}`,
    tab,
  );
const answer = (version: number, data: Fields) => {
  if (failure) return Promise.reject(failure);
  sent.push(data);
  return Promise.resolve(entry(version, data));
};

beforeEach(() => {
  form = { title: 'A', oneLine: 'B', images: null };
  sent = [];
  unsavable = new Set();
  failure = null;
  device = new Map();
  keys = 0;
  madeWith = [];
  draft = new EntryDraft({
    api: {
      create: (data, key) => {
        madeWith.push(key);
        return answer(1, data);
      },
      update: ({ version }, data) => answer(version + 1, data),
    },
    read: () => form,
    unsavable: () => unsavable,
    apart: new Set(['images']),
    copiesOf: (id) => copies(id),
    now: () => 1,
    newKey: () => `key ${(keys += 1)}`,
  });
});

describe('a draft', () => {
  it('is made on the server with the first word, and with what the interface set', async () => {
    draft.startWith({ ...form, form: 'short' });
    form = { ...form, form: 'short' };
    expect(await draft.save(false)).toBe(false);
    form = { ...form, title: 'A walk' };
    draft.keepCopy();
    expect([...device.keys()]).toEqual(['see-copy/ana/practice/new/tab']);
    expect(await draft.save(false)).toBe(true);
    expect(sent).toEqual([{ title: 'A walk', oneLine: 'B', form: 'short' }]);
    expect(device.size).toBe(0);
    expect(draft.entry?.documentId).toBe('p1');
  });

  it('sends only what changed, and empties what was emptied', async () => {
    draft.takeIn(entry(4, form));
    form = { ...form, oneLine: null };
    await draft.save(false);
    expect(sent).toEqual([{ oneLine: null }]);
    expect(draft.entry?.version).toBe(5);
    expect(await draft.save(false)).toBe(false);
  });

  it('keeps on the device what cannot be saved, and saves the rest', async () => {
    draft.takeIn(entry(1, form));
    form = { ...form, title: 'far too long', oneLine: 'C' };
    unsavable.add('title');
    await draft.save(false);
    expect(sent).toEqual([{ oneLine: 'C' }]);
    expect(draft.stuck).toEqual(['title']);
    expect(device.size).toBe(1);
  });

  it('does not send again what the server refused, before it is changed', async () => {
    draft.takeIn(entry(1, form));
    form = { ...form, title: 'refused', oneLine: 'C' };
    failure = refused('data', 'title');
    await expect(draft.save(false)).rejects.toBe(failure);
    failure = null;
    await draft.save(false);
    expect(sent).toEqual([{ oneLine: 'C' }]);
    form = { ...form, title: 'better' };
    await draft.save(false);
    expect(sent.at(-1)).toEqual({ title: 'better' });
  });

  it('loses nothing where a request fails', async () => {
    draft.takeIn(entry(1, form));
    form = { ...form, title: 'written on a train' };
    draft.keepCopy();
    failure = new RequestFailed(0, null, null);
    await expect(draft.save(false)).rejects.toBe(failure);
    expect(draft.unsaved).toEqual(['title']);
    expect(copies('p1', 'another tab').leftBehind(new Set())[0]?.fields.title).toBe(
      'written on a train',
    );
  });

  it('that is tried again after a lost answer is sent as it was, and what was added follows', async () => {
    draft.startWith({ ...form, title: null });
    form = { ...form, title: 'A' };
    failure = new RequestFailed(0, null, null);
    await expect(draft.save(false)).rejects.toBe(failure);
    failure = null;
    form = { ...form, title: 'A walk' };
    await draft.save(false);
    await draft.save(false);
    expect(sent).toEqual([{ title: 'A', oneLine: 'B' }, { title: 'A walk' }]);
    expect(madeWith).toEqual(['key 1', 'key 1']);
  });

  it('that was refused is made under another key', async () => {
    draft.startWith({ ...form, title: null });
    form = { ...form, title: 'bad' };
    failure = refused('title');
    await expect(draft.save(false)).rejects.toBe(failure);
    failure = null;
    form = { ...form, title: 'good' };
    await draft.save(false);
    expect(madeWith).toEqual(['key 1', 'key 2']);
  });

  it('meets what was saved elsewhere', () => {
    draft.takeIn(entry(1, form));
    form = { ...form, title: 'mine' };
    const meeting = draft.meetWith(entry(2, { title: 'A', oneLine: 'theirs', images: null }));
    expect(meeting).toEqual({
      merged: { title: 'mine', oneLine: 'theirs', images: null },
      conflicts: [],
    });
    expect(draft.entry?.version).toBe(2);
  });
});
