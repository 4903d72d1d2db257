import { beforeEach, describe, expect, it } from 'vitest';
import { LocalCopies } from './form/local-copies.ts';
import { MemoryStore } from './form/memory-store.ts';
import { KeptText } from './kept-text.ts';

class Box extends EventTarget {
  value = '';
  type(text: string) {
    this.value = text;
    this.dispatchEvent(new Event('input'));
  }
}

let store: MemoryStore;
const copies = (tab: string, account: string) =>
  new LocalCopies(store, account, 'message/thread', tab);

/** The box of a page that is opened in a tab. */
function open(tab: string, { openTab = '', account = 'ana' } = {}) {
  const box = new Box();
  return { box, kept: new KeptText(box, copies(tab, account), new Set([openTab])) };
}

const keySent = (kept: KeptText) => kept.send((key) => Promise.resolve(key));
const failing = () => Promise.reject(new Error('The line is cut.'));

beforeEach(() => {
  store = new MemoryStore();
});

describe('a message that is being written', () => {
  it('is there again after every reload and in another tab, until it is sent', async () => {
    open('a').box.type('Half a sen');
    expect(open('a').box.value).toBe('Half a sen');
    expect(open('a').box.value).toBe('Half a sen');
    const { box, kept } = open('b');
    expect(box.value).toBe('Half a sen');
    await keySent(kept);
    expect(box.value).toBe('');
    expect([open('a').box.value, store.length]).toEqual(['', 0]);
  });

  it('is of the account and the tab that write it', () => {
    open('a').box.type('Mine');
    expect(open('a', { account: 'eve' }).box.value).toBe('');
    expect(open('b', { openTab: 'a' }).box.value).toBe('');
    expect(open('a').box.value).toBe('Mine');
  });

  it('stands below what another tab left', () => {
    const left = { version: 0, base: {} };
    copies('a', 'ana').keep({ ...left, at: 1, fields: { text: 'First' } });
    copies('b', 'ana').keep({ ...left, at: 2, fields: { text: 'Second' } });
    expect(open('c').box.value).toBe('First\n\nSecond');
    expect(open('c').box.value).toBe('First\n\nSecond');
  });

  it('stays when it could not be sent, and is the same message also after a reload', async () => {
    const first = open('a');
    first.box.type('Thank you');
    const keys: string[] = [];
    const lost = (key: string) => failing().finally(() => keys.push(key));
    await expect(first.kept.send(lost)).rejects.toThrow('cut');
    expect(first.box.value).toBe('Thank you');
    const second = open('a');
    expect(await keySent(second.kept)).toBe(keys[0]);
    expect(await keySent(second.kept)).not.toBe(keys[0]);
  });

  it('is another one when other words are sent', async () => {
    const { box, kept } = open('a');
    box.type('Thank you');
    let key = '';
    await expect(kept.send((given) => failing().finally(() => (key = given)))).rejects.toThrow();
    box.type('Thank you!');
    expect(await keySent(kept)).not.toBe(key);
  });

  it('keeps what is typed while it is on its way', async () => {
    const { box, kept } = open('a');
    box.type('One');
    await kept.send(() => {
      box.type('One, two');
      return Promise.resolve();
    });
    expect([box.value, open('a').box.value]).toEqual(['One, two', 'One, two']);
  });

  it('leaves nothing when it is taken back', () => {
    const { box } = open('a');
    box.type('No');
    box.type('');
    expect(store.length).toBe(0);
  });
});
