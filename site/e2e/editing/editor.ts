import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';
import { staffApi } from './staff-api.ts';

const document = z.looseObject({ documentId: z.string(), slug: z.string() });
const saved = z.object({ data: document });
const found = z.object({ results: z.array(document) });
const refusal = z.object({
  error: z.object({
    message: z.string(),
    details: z.object({
      errors: z.array(z.object({ path: z.array(z.any()), message: z.string() })),
    }),
  }),
});

type Type = 'city' | 'news-item';
type Values = Record<string, unknown>;

/** An editor at the admin's own interface, without its screens. */
export class Editor {
  readonly #api: APIRequestContext;

  private constructor(api: APIRequestContext) {
    this.#api = api;
  }

  static async signIn(): Promise<Editor> {
    return new Editor(await staffApi('editor'));
  }

  async find(type: Type, slug: string): Promise<z.output<typeof document>> {
    const answer = await this.#api.get(this.#path(type), {
      params: { 'filters[slug][$eq]': slug, locale: 'en' },
    });
    const [first] = found.parse(await answer.json()).results;
    if (!first) throw new Error(`The CMS has no ${type} with the slug "${slug}".`);
    return first;
  }

  /** Makes a draft in English. */
  async create(type: Type, data: Values): Promise<z.output<typeof document>> {
    const answer = await this.#api.post(this.#path(type), { params: { locale: 'en' }, data });
    return saved.parse(await answer.json()).data;
  }

  /** The fields and sentences with which the CMS refuses to make such a draft. */
  async createRefused(type: Type, data: Values): Promise<string[]> {
    const answer = await this.#api.post(this.#path(type), { params: { locale: 'en' }, data });
    return this.#refusals(answer.status(), await answer.json());
  }

  async publish(type: Type, id: string, locale: string, data: Values): Promise<void> {
    const answer = await this.#act(type, id, 'publish', locale, data);
    saved.parse(await answer.json());
  }

  async publishRefused(type: Type, id: string, data: Values): Promise<string[]> {
    const answer = await this.#act(type, id, 'publish', 'en', data);
    return this.#refusals(answer.status(), await answer.json());
  }

  async unpublish(type: Type, id: string, locale: string): Promise<void> {
    const answer = await this.#act(type, id, 'unpublish', locale, {});
    saved.parse(await answer.json());
  }

  async delete(type: Type, id: string): Promise<void> {
    await this.#api.delete(`${this.#path(type)}/${id}`, { params: { locale: '*' } });
  }

  #act(type: Type, id: string, action: string, locale: string, data: Values) {
    const path = `${this.#path(type)}/${id}/actions/${action}`;
    return this.#api.post(path, { params: { locale }, data });
  }

  #path(type: Type): string {
    return `/content-manager/collection-types/api::${type}.${type}`;
  }

  #refusals(status: number, body: unknown): string[] {
    if (status !== 400) throw new Error(`The CMS answered ${status} to what it should refuse.`);
    const { errors } = refusal.parse(body).error.details;
    return errors.map(({ path, message }) => `${path.join('.')}: ${message}`);
  }
}
