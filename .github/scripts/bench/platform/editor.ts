import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Settings } from '../../machine/settings.ts';

const accounts = z.object({ editor: z.object({ email: z.string(), password: z.string() }) });
const session = z.object({ data: z.object({ accessToken: z.string() }) });
const document = z.looseObject({ documentId: z.string(), slug: z.string() });
const saved = z.object({ data: document });
const preview = z.object({ data: z.object({ url: z.string() }) });
const found = z.object({ results: z.array(document) });
const stored = z.array(z.object({ id: z.int() }));

const sessionMs = 4 * 60_000;

export type ContentType = 'practice' | 'city';
export type Document = z.infer<typeof document>;

/** An editor at the admin's own interface, as her browser speaks to it. */
export class Editor {
  readonly #settings: Settings;
  #token = '';
  #signedInAt = 0;

  private constructor(settings: Settings) {
    this.#settings = settings;
  }

  static async signIn(settings: Settings): Promise<Editor> {
    const editor = new Editor(settings);
    await editor.#signIn();
    return editor;
  }

  /** A session ends sooner than a long row does. */
  async #signIn(): Promise<void> {
    if (performance.now() - this.#signedInAt < sessionMs && this.#token !== '') return;
    const { dataDir, cmsUrl } = this.#settings;
    const file = path.join(dataDir, 'accounts.json');
    const { editor } = accounts.parse(JSON.parse(readFileSync(file, 'utf8')));
    const answer = await fetch(`${cmsUrl}/admin/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(editor),
    });
    if (!answer.ok) {
      throw new Error(`The editor could not sign in: the CMS answered ${answer.status}.`);
    }
    this.#token = session.parse(await answer.json()).data.accessToken;
    this.#signedInAt = performance.now();
  }

  async find(type: ContentType, slug: string): Promise<Document> {
    const query = `filters[slug][$eq]=${slug}${languageOf(type, '&')}`;
    const [first] = found.parse(await this.#ask('GET', `${pathOf(type)}?${query}`)).results;
    if (!first) throw new Error(`The CMS has no ${type} with the slug "${slug}".`);
    return first;
  }

  /** Saves a draft. */
  async save(
    type: ContentType,
    id: string,
    data: Record<string, unknown>,
    language?: string,
  ): Promise<Document> {
    const address = `${pathOf(type)}/${id}${languageOf(type, '?', language)}`;
    return saved.parse(await this.#ask('PUT', address, data)).data;
  }

  async publish(type: ContentType, id: string, language?: string): Promise<void> {
    await this.#act(type, id, 'publish', language);
  }

  async unpublish(type: ContentType, id: string): Promise<void> {
    await this.#act(type, id, 'unpublish');
  }

  async delete(type: ContentType, id: string): Promise<void> {
    await this.#ask('DELETE', `${pathOf(type)}/${id}${languageOf(type, '?', '*')}`);
  }

  /** Puts a picture into the media library; answers its number there. */
  async upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
    const form = new FormData();
    form.append('files', new Blob([bytes], { type: 'image/png' }), name);
    const [file] = stored.parse(await this.#ask('POST', '/upload', form));
    if (!file) throw new Error(`The CMS stored nothing of ${name}.`);
    return file.id;
  }

  /** The address of the preview that the admin frames. */
  async previewAddress(type: ContentType, id: string): Promise<string> {
    const query = `documentId=${id}&status=draft&locale=en`;
    const answer = await this.#ask(
      'GET',
      `/content-manager/preview/url/api::${type}.${type}?${query}`,
    );
    const { pathname, search } = new URL(preview.parse(answer).data.url, this.#settings.cmsUrl);
    return `${this.#settings.cmsUrl}${pathname}${search}`;
  }

  async #act(type: ContentType, id: string, action: string, language?: string): Promise<void> {
    const address = `${pathOf(type)}/${id}/actions/${action}${languageOf(type, '?', language)}`;
    saved.parse(await this.#ask('POST', address, {}));
  }

  async #ask(method: string, address: string, body?: unknown): Promise<unknown> {
    await this.#signIn();
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.#settings.cmsUrl}${address}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        // That of a form names the line between its parts, which fetch chooses.
        ...(isForm ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    if (answer.ok) return answer.json();
    throw new Error(
      `The CMS answered ${method} ${address} with ${answer.status}: ${await answer.text()}`,
    );
  }
}

const pathOf = (type: ContentType) => `/content-manager/collection-types/api::${type}.${type}`;

/** Cities have languages, practices have none. */
const languageOf = (type: ContentType, sign: string, language = 'en') =>
  type === 'city' ? `${sign}locale=${language}` : '';
