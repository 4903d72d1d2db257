import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';
import { staffApi } from './staff-api.ts';

const reviewed = z.object({ data: z.object({ version: z.number() }) });

type Decision = 'accept' | 'ask-for-changes' | 'decline' | 'unpublish';

/** A moderator at the admin's own interface, without its screens. */
export class Moderator {
  readonly #api: APIRequestContext;

  private constructor(api: APIRequestContext) {
    this.#api = api;
  }

  static async signIn(): Promise<Moderator> {
    return new Moderator(await staffApi('moderator'));
  }

  /** Answers the member about the practice as it stands now. */
  async decide(documentId: string, decision: Decision, message = ''): Promise<void> {
    const address = `/moderation/entries/practice/${documentId}`;
    const { version } = reviewed.parse(await (await this.#api.get(address)).json()).data;
    const answer = await this.#api.post(`${address}/${decision}`, { data: { version, message } });
    if (!answer.ok()) throw new Error(`${decision} was refused: ${await answer.text()}`);
  }
}
