import { type APIRequestContext, request } from '@playwright/test';
import { z } from 'zod';
import { platform, staffAccount } from '../platform.ts';

const session = z.object({ data: z.object({ accessToken: z.string() }) });
const reviewed = z.object({ data: z.object({ version: z.number() }) });

type Decision = 'accept' | 'ask-for-changes' | 'decline' | 'unpublish';

/** A moderator at the admin's own interface, without its screens. */
export class Moderator {
  readonly #api: APIRequestContext;

  private constructor(api: APIRequestContext) {
    this.#api = api;
  }

  static async signIn(): Promise<Moderator> {
    const guest = await request.newContext({ baseURL: platform.cmsUrl });
    const answer = await guest.post('/admin/login', { data: staffAccount('moderator') });
    const { accessToken } = session.parse(await answer.json()).data;
    await guest.dispose();
    return new Moderator(
      await request.newContext({
        baseURL: platform.cmsUrl,
        extraHTTPHeaders: { Authorization: `Bearer ${accessToken}` },
      }),
    );
  }

  /** Answers the member about the practice as it stands now. */
  async decide(documentId: string, decision: Decision, message = ''): Promise<void> {
    const address = `/moderation/entries/practice/${documentId}`;
    const { version } = reviewed.parse(await (await this.#api.get(address)).json()).data;
    const answer = await this.#api.post(`${address}/${decision}`, { data: { version, message } });
    if (!answer.ok()) throw new Error(`${decision} was refused: ${await answer.text()}`);
  }
}
