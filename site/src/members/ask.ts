import { RequestFailed } from './request-failed.ts';
import { type Method, send, type Sending } from './request.ts';
import { session } from './this-session.ts';

type Asking = Pick<Sending, 'body' | 'key' | 'isLast'>;

/** Asks the members' part of the CMS as the member who is signed in. Throws RequestFailed. */
export function ask(method: Method, path: string, asking: Asking = {}): Promise<unknown> {
  return asMember((token) => send(path, { method, ...asking, token }));
}

/** Runs a request as the member; a token that has run out is renewed once. */
export async function asMember(run: (token: string) => Promise<unknown>): Promise<unknown> {
  const token = session.token ?? (await session.renew(null));
  try {
    return await run(token);
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.status !== 401) throw error;
    return await run(await session.renew(token));
  }
}
