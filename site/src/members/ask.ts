import { RequestFailed } from './request-failed.ts';
import { type Method, send, type Sending } from './request.ts';
import { session } from './this-session.ts';

type Asking = Pick<Sending, 'body' | 'key' | 'isLast'>;

/**
 * Asks the members' part of the CMS as the member who is signed in; a token that has run out is
 * renewed once. Throws RequestFailed.
 */
export async function ask(method: Method, path: string, asking: Asking = {}): Promise<unknown> {
  const token = session.token ?? (await session.renew(null));
  try {
    return await send(path, { method, ...asking, token });
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.status !== 401) throw error;
    return await send(path, { method, ...asking, token: await session.renew(token) });
  }
}
