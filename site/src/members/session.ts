/**
 * Who is signed in. The access token lives in this object alone; what renews it is a cookie that no
 * script can read. Tabs take turns in renewing (a renewed cookie ends the one before it) and tell
 * each other the outcome, so that none signs another out.
 */
import { RequestFailed } from './request-failed.ts';
import type { Sending } from './request.ts';
import { fieldsOf, numberOf, textOf } from './unknown.ts';

export type SessionChange = 'in' | 'out' | 'lost';
export type SessionState = 'in' | 'out' | 'unreachable';

/** What a session needs of the browser. */
export interface Surroundings {
  readonly send: (path: string, sending: Sending) => Promise<unknown>;
  readonly locks: { request: <T>(name: string, run: () => Promise<T>) => Promise<T> };
  readonly channel: {
    postMessage: (message: unknown) => void;
    onmessage: ((event: MessageEvent) => void) | null;
  };
  /** Remembers that somebody is signed in here, and whose copies of texts are theirs. */
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

const lockName = 'see-session';
const accountKey = 'see-account';

export class Session {
  readonly #around: Surroundings;
  readonly #listeners = new Set<(change: SessionChange) => void>();
  #token: string | null = null;
  #entered: string | null = null;

  constructor(around: Surroundings) {
    this.#around = around;
    around.channel.onmessage = ({ data }) => {
      this.#hear(fieldsOf(data));
    };
  }

  /** The account that was last signed in on this device, or null. */
  get account(): string | null {
    return this.#around.store.getItem(accountKey);
  }

  /** The account with which this page was entered, and whose words stand in it, until it is left. */
  get entered(): string | null {
    return this.#entered;
  }

  /** Somebody else has signed in on this device since: what stands in this page is not theirs. */
  get isAnothers(): boolean {
    return this.#entered !== null && this.account !== null && this.account !== this.#entered;
  }

  get token(): string | null {
    return this.isAnothers ? null : this.#token;
  }

  onChange(listener: (change: SessionChange) => void): void {
    this.#listeners.add(listener);
  }

  /** Takes up the session that the cookie holds, where this device remembers one. */
  async start(): Promise<SessionState> {
    if (this.account === null) return 'out';
    try {
      await this.renew(null);
      return 'in';
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.isPassing) return 'unreachable';
      this.#around.store.removeItem(accountKey);
      return 'out';
    }
  }

  async signIn(identifier: string, password: string): Promise<void> {
    const body = { identifier, password };
    this.adopt(
      await this.#around.send('/api/auth/local', { method: 'POST', body, isWithCookie: true }),
    );
  }

  /** Takes over an answer that carries a token and its user. */
  adopt(answer: unknown): void {
    const { jwt, user } = fieldsOf(answer);
    const { documentId, id } = fieldsOf(user);
    const account = textOf(documentId) || String(numberOf(id) ?? '');
    if (account !== '') this.#around.store.setItem(accountKey, account);
    this.#take(textOf(jwt));
    this.#around.channel.postMessage({ token: this.#token, account });
    this.#tell('in');
  }

  /**
   * A token that is newer than `stale`: another tab's, or a renewed one. Asks once more where no
   * answer came. Throws RequestFailed; after 401 nobody is signed in.
   */
  renew(stale: string | null): Promise<string> {
    return this.#around.locks.request(lockName, async () => {
      if (this.isAnothers) throw new RequestFailed(401, null, null);
      if (this.#token !== null && this.#token !== stale) return this.#token;
      try {
        return await this.#refresh().catch((error: unknown) => {
          if (error instanceof RequestFailed && error.status === 0) return this.#refresh();
          throw error;
        });
      } catch (error) {
        if (error instanceof RequestFailed && !error.isPassing) this.#lose();
        throw error;
      }
    });
  }

  /** Ends the session here, in the other tabs and at the CMS. */
  async signOut(): Promise<void> {
    try {
      await this.#logout().catch(async (error: unknown) => {
        if (!(error instanceof RequestFailed) || error.status !== 401) throw error;
        await this.renew(this.#token);
        await this.#logout();
      });
    } finally {
      this.forget();
    }
  }

  /** As signing out, for an account that is gone at the CMS already. */
  forget(): void {
    this.#token = null;
    this.#around.store.removeItem(accountKey);
    this.#around.channel.postMessage({ token: null });
    this.#tell('out');
  }

  async #refresh(): Promise<string> {
    // Without the token: the CMS renews for those who are not signed in.
    const answer = await this.#around.send('/api/auth/refresh', {
      method: 'POST',
      body: {},
      isWithCookie: true,
    });
    const token = textOf(fieldsOf(answer).jwt);
    if (token === '') throw new RequestFailed(401, null, null);
    this.#take(token);
    this.#around.channel.postMessage({ token, account: this.account });
    return token;
  }

  async #logout(): Promise<void> {
    await this.#around.send('/api/auth/logout', {
      method: 'POST',
      body: {},
      token: this.#token,
      isWithCookie: true,
    });
  }

  #take(token: string | null): void {
    this.#token = token;
    if (token !== null) this.#entered ??= this.account;
  }

  #lose(): void {
    this.#token = null;
    this.#tell('lost');
  }

  #hear({ token, account }: Readonly<Record<string, unknown>>): void {
    const wasIn = this.#token !== null;
    this.#take(textOf(token) || null);
    if (this.#token === null && wasIn) this.#tell('out');
    if (this.#token !== null && !wasIn && account === this.account) this.#tell('in');
  }

  #tell(change: SessionChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
