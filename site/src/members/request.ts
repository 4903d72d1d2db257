import { RequestFailed } from './request-failed.ts';
import { parseJson } from './unknown.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Sending {
  readonly method: Method;
  /** JSON, or a form with a file. */
  readonly body?: unknown;
  readonly token?: string | null;
  /** With the cookie of the session: only for the routes that renew and end it. */
  readonly isWithCookie?: boolean;
  /** Two requests with one key do a thing once. */
  readonly key?: string;
  /** Outlives the page, for what is saved on leaving. */
  readonly isLast?: boolean;
}

/** Milliseconds after which a line counts as cut. */
const patience = 30_000;

/** The address of the CMS, which the build wrote into the page. */
export function cmsAddress(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="cms"]')?.content ?? '';
}

/** Asks the CMS. Throws RequestFailed for everything but an answer of success. */
export async function send(path: string, sending: Sending): Promise<unknown> {
  const { method, body, token, isWithCookie, key, isLast } = sending;
  const isForm = body instanceof FormData;
  const headers = new Headers({ Accept: 'application/json' });
  if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json');
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (key) headers.set('Idempotency-Key', key);
  let response: Response;
  let text: string;
  try {
    response = await fetch(cmsAddress() + path, {
      method,
      headers,
      credentials: isWithCookie ? 'include' : 'omit',
      cache: 'no-store',
      keepalive: isLast ?? false,
      // A picture may take its time on a bad line.
      ...(isForm ? {} : { signal: AbortSignal.timeout(patience) }),
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (cause) {
    throw new RequestFailed(0, null, null, { cause });
  }
  const answer = text === '' ? null : parseJson(text);
  if (response.ok) return answer;
  const wait = Number(response.headers.get('Retry-After'));
  throw new RequestFailed(response.status, answer, wait > 0 ? wait : null);
}
