import { ask } from './ask.ts';
import { RequestFailed, SaidFailure } from './request-failed.ts';
import { say } from './words.ts';

/** Sends what a member wrote to another. Throws what to say where it was enough for a day. */
export async function sendMessage(path: string, body: unknown, key: string): Promise<unknown> {
  try {
    return await ask('POST', path, { body, key });
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.status !== 429) throw error;
    throw new SaidFailure(say('say.messages.limit'), { cause: error });
  }
}
