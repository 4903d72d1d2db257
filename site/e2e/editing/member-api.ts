import { type APIRequestContext, expect, request } from '@playwright/test';
import { z } from 'zod';
import { dot, password } from '../members/member.ts';
import { platform } from '../platform.ts';

const session = z.object({ jwt: z.string() });
const entry = z.object({
  data: z.object({
    documentId: z.string(),
    version: z.number(),
    ref: z.string(),
    reviewState: z.string(),
  }),
});
type Entry = z.output<typeof entry>['data'];

/** A short practice in which nothing is missing. */
const whole = {
  title: 'A market that stays',
  oneLine: 'Traders and neighbours keep a market square alive.',
  originalLanguage: 'en',
  form: 'short',
  cities: ['SEE-C-001'],
  challenges: ['SEE-T-001'],
  actions: 'The town lent stalls and asked the traders what they need.',
  results: 'Forty traders came back.',
  costCard: { costBand: 'under5k' },
  lifecycle: 'running',
  startYear: 2019,
  organisationName: 'Town of Test',
};

/** A member at the CMS, without the pages. */
export class MemberApi {
  readonly #api: APIRequestContext;
  readonly #sentIn: string[] = [];

  private constructor(api: APIRequestContext) {
    this.#api = api;
  }

  static async signIn(email: string): Promise<MemberApi> {
    const options = { baseURL: platform.cmsUrl, extraHTTPHeaders: { Origin: platform.siteUrl } };
    const guest = await request.newContext(options);
    const answer = await guest.post('/api/auth/local', { data: { identifier: email, password } });
    const { jwt } = session.parse(await answer.json());
    await guest.dispose();
    const extraHTTPHeaders = { ...options.extraHTTPHeaders, Authorization: `Bearer ${jwt}` };
    return new MemberApi(await request.newContext({ ...options, extraHTTPHeaders }));
  }

  /** Writes a practice and submits it, with a picture of what `picture` says. */
  async sendIn(
    fields: Partial<typeof whole> & { contactable?: boolean },
    picture?: string,
  ): Promise<Entry> {
    const draft = await this.#send('', { data: { ...whole, ...fields } });
    this.#sentIn.push(draft.documentId);
    return this.#act(picture ? await this.#addPicture(draft, picture) : draft, 'submit');
  }

  async withdraw(entry: Entry): Promise<Entry> {
    return this.#act(entry, 'withdraw');
  }

  /** Takes back what still waits, so that the next run finds the queue as this one did. */
  async end(): Promise<void> {
    for (const documentId of this.#sentIn) {
      const answer = await this.#api.get(`/api/me/practices/${documentId}`);
      const { data } = entry.parse(await answer.json());
      if (data.reviewState === 'submitted') await this.withdraw(data);
    }
    await this.#api.dispose();
  }

  async #addPicture({ documentId }: Entry, alt: string): Promise<Entry> {
    const file = { name: 'dot.png', mimeType: 'image/png', buffer: dot };
    const multipart = { file, alt, credit: 'Ana', consent: 'true' };
    const address = `/api/me/practices/${documentId}`;
    const answer = await this.#api.post(`${address}/images`, { multipart });
    expect(answer.ok(), await answer.text()).toBe(true);
    return entry.parse(await (await this.#api.get(address)).json()).data;
  }

  #act({ documentId, version }: Entry, action: string): Promise<Entry> {
    return this.#send(`/${documentId}/${action}`, { version });
  }

  async #send(path: string, data: object): Promise<Entry> {
    const answer = await this.#api.post(`/api/me/practices${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return entry.parse(await answer.json()).data;
  }
}
