import { beforeEach, describe, expect, it } from 'vitest';
import { dropCopiesOf } from './drop-copies.ts';
import { LocalCopies } from './local-copies.ts';
import { MemoryStore } from './memory-store.ts';

let store: MemoryStore;
const copiesIn = (tab: string, account = 'ana', entry = 'practice/p1') =>
  new LocalCopies(store, account, entry, tab);
const copy = (title: string, at: number) => ({ at, version: 1, base: {}, fields: { title } });

beforeEach(() => {
  store = new MemoryStore();
});

describe('copies on the device', () => {
  it('are offered after a crash, newest first', () => {
    copiesIn('a').keep(copy('first', 1));
    copiesIn('b').keep(copy('second', 2));
    const found = copiesIn('c').leftBehind(new Set());
    expect(found.map(({ fields }) => fields.title)).toEqual(['second', 'first']);
  });

  it('of a tab that is open elsewhere are its own; of this one, after a reload, are offered', () => {
    copiesIn('a').keep(copy('there', 1));
    copiesIn('b').keep(copy('here', 2));
    const copies = copiesIn('b');
    copies.setAside();
    copies.keep(copy('written since', 3));
    const found = copies.leftBehind(new Set(['a', 'b']));
    expect(found.map(({ fields }) => fields.title)).toEqual(['here']);
  });

  it('of other accounts and entries are never seen', () => {
    copiesIn('a', 'boris').keep(copy('secret', 1));
    copiesIn('a', 'ana', 'practice/p12').keep(copy('other', 1));
    expect(copiesIn('b').leftBehind(new Set())).toEqual([]);
  });

  it('say when the device is full, and leave what was kept', () => {
    copiesIn('a').keep(copy('kept', 1));
    store.isFull = true;
    expect(copiesIn('a').keep(copy('lost', 2))).toBe(false);
    expect(copiesIn('b').leftBehind(new Set())[0]?.fields.title).toBe('kept');
  });

  it('that cannot be read are passed by', () => {
    store.map.set('see-copy/ana/practice/p1/a', '{broken');
    expect(copiesIn('b').leftBehind(new Set())).toEqual([]);
  });

  it('of one account are dropped together', () => {
    copiesIn('a').keep(copy('mine', 1));
    copiesIn('a', 'boris').keep(copy('his', 1));
    dropCopiesOf(store, 'ana');
    expect([...store.map.keys()]).toEqual(['see-copy/boris/practice/p1/a']);
  });
});
