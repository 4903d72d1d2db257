import { describe, expect, it } from 'vitest';
import { RequestFailed } from './request-failed.ts';
import type { Sending } from './request.ts';
import { Session, type SessionChange } from './session.ts';

/** A CMS with one account whose cookie is worth one renewal only, as the real one does it. */
class Cms {
  cookie = 1;
  seen: string[] = [];
  isCut = 0;
  whose = 'ana';

  send = async (path: string, { token }: Sending): Promise<unknown> => {
    this.seen.push(path);
    const held = this.cookie;
    await Promise.resolve();
    if (this.isCut > 0) {
      this.isCut -= 1;
      throw new RequestFailed(0, null, null);
    }
    if (path === '/api/auth/local') return { jwt: 'first', user: { documentId: this.whose } };
    if (path === '/api/auth/logout' && token === 'old') throw new RequestFailed(401, null, null);
    if (path !== '/api/auth/refresh') return {};
    // Two at a time would hold the same cookie, and one of them a dead one.
    if (held !== this.cookie || this.cookie === 0) throw new RequestFailed(401, null, null);
    this.cookie += 1;
    return { jwt: `renewed ${this.cookie}` };
  };
}

/** Tabs of one browser: they share locks, the store and a channel. */
class Browser {
  readonly cms = new Cms();
  readonly store = new Map<string, string>();
  readonly #channels: { onmessage: ((event: MessageEvent) => void) | null }[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  openTab() {
    const changes: SessionChange[] = [];
    const channel = {
      onmessage: null,
      postMessage: (data: unknown) => {
        for (const other of this.#channels) {
          if (other !== channel) other.onmessage?.(new MessageEvent('message', { data }));
        }
      },
    };
    this.#channels.push(channel);
    const session = new Session({
      send: this.cms.send,
      channel,
      locks: {
        request: <T>(_name: string, run: () => Promise<T>) => {
          const mine = this.#queue.then(run);
          this.#queue = mine.catch(() => undefined);
          return mine;
        },
      },
      store: {
        getItem: (name: string) => this.store.get(name) ?? null,
        setItem: (name: string, value: string) => void this.store.set(name, value),
        removeItem: (name: string) => void this.store.delete(name),
      },
    });
    session.onChange((change) => changes.push(change));
    return { session, changes };
  }
}

describe('a session', () => {
  it('asks nothing of the CMS on a device where nobody signed in', async () => {
    const browser = new Browser();
    expect(await browser.openTab().session.start()).toBe('out');
    expect(browser.cms.seen).toEqual([]);
  });

  it('keeps the token out of the store', async () => {
    const browser = new Browser();
    const { session } = browser.openTab();
    await session.signIn('ana@see.example', 'a long password');
    expect(session.token).toBe('first');
    expect([...browser.store.values()]).toEqual(['ana']);
  });

  it('renewed by two tabs at once stays alive in both', async () => {
    const browser = new Browser();
    const one = browser.openTab().session;
    await one.signIn('ana@see.example', 'a long password');
    const other = browser.openTab().session;
    const tokens = await Promise.all([one.renew('first'), other.renew(null), one.renew('first')]);
    expect(new Set(tokens).size).toBe(1);
    expect(browser.cms.seen.filter((path) => path.endsWith('/refresh'))).toHaveLength(1);
  });

  it('outlives one lost answer', async () => {
    const browser = new Browser();
    browser.store.set('see-account', 'ana');
    browser.cms.isCut = 1;
    expect(await browser.openTab().session.start()).toBe('in');
  });

  it('is not given up while the CMS cannot be reached', async () => {
    const browser = new Browser();
    browser.store.set('see-account', 'ana');
    browser.cms.isCut = 2;
    const { session } = browser.openTab();
    expect(await session.start()).toBe('unreachable');
    expect(session.account).toBe('ana');
  });

  it('that the CMS ended is over, and whose it was is forgotten at the next start', async () => {
    const browser = new Browser();
    const { session, changes } = browser.openTab();
    await session.signIn('ana@see.example', 'a long password');
    browser.cms.cookie = 0;
    await expect(session.renew('first')).rejects.toMatchObject({ status: 401 });
    expect(changes).toEqual(['in', 'lost']);
    expect(await browser.openTab().session.start()).toBe('out');
    expect(browser.store.size).toBe(0);
  });

  it.each(['another tab', 'the same tab'])(
    'lends nobody the page of somebody else, who signs in with %s',
    async (place) => {
      const browser = new Browser();
      const { session, changes } = browser.openTab();
      await session.signIn('ana@see.example', 'a long password');
      await session.signOut();
      browser.cms.whose = 'eve';
      const other = place === 'the same tab' ? session : browser.openTab().session;
      await other.signIn('eve@see.example', 'a long password');
      expect(changes.at(-1)).toBe('in');
      // What is saved on leaving would be saved as hers.
      expect([session.isAnothers, session.entered, session.token]).toEqual([true, 'ana', null]);
      await expect(session.renew(null)).rejects.toMatchObject({ status: 401 });
      const next = browser.openTab().session;
      expect([await next.start(), next.entered]).toEqual(['in', 'eve']);
    },
  );

  it('ended in one tab ends in the others, also with a token that has run out', async () => {
    const browser = new Browser();
    const one = browser.openTab();
    const other = browser.openTab();
    one.session.adopt({ jwt: 'old', user: { id: 7 } });
    expect(other.session.token).toBe('old');
    await one.session.signOut();
    expect(browser.cms.seen).toEqual(['/api/auth/logout', '/api/auth/refresh', '/api/auth/logout']);
    expect(other.session.token).toBeNull();
    expect(other.changes).toEqual(['in', 'in', 'out'].slice(-other.changes.length));
    expect(browser.store.size).toBe(0);
  });
});
