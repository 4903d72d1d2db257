import { z } from 'zod';
import type { RunningCms } from '../support/boot.js';

const errorSchema = z.object({
  error: z.object({
    status: z.number(),
    name: z.string(),
    message: z.string(),
    details: z.object({
      errors: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])) })),
    }),
  }),
});
const jobSchema = z.object({ template: z.string(), values: z.record(z.string(), z.string()) });

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** The paths of what was refused in an answer. */
export function refusedPaths({ text }: Answer): (string | number)[][] {
  return errorSchema.parse(JSON.parse(text)).error.details.errors.map(({ path }) => path);
}

export const jwtOf = ({ text }: Answer) =>
  z.object({ jwt: z.string() }).parse(JSON.parse(text)).jwt;

/** The cookie of an answer, as a browser sends it back. */
export const cookieOf = ({ headers }: Answer) =>
  (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

export const PASSWORD = 'a quiet lane in Drama';

/** Somebody with a browser, in front of the account routes of a CMS. */
export function visitorOf(cms: () => RunningCms) {
  const send = async (path: string, body?: string, headers: Record<string, string> = {}) => {
    const response = await fetch(cms().url + path, {
      method: 'POST',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    send(`/api/auth${path}`, JSON.stringify(body), headers);

  const register = (email: string, more: object = {}) =>
    post('/local/register', {
      email,
      password: PASSWORD,
      displayName: 'Somebody',
      language: 'en',
      consentVersion: '2026-11',
      ...more,
    });

  const mailsTo = async (email: string) => {
    const rows: unknown = await cms()
      .strapi.db.query('api::mail-job.mail-job')
      .findMany({ where: { to: email }, orderBy: { id: 'asc' } });
    return z.array(jobSchema).parse(rows);
  };
  /** What the link in the newest mail to an address carries. */
  const mailedToken = async (email: string) => {
    const newest = (await mailsTo(email)).at(-1);
    const search = new URL(newest?.values.link ?? 'http://no-mail.example').searchParams;
    return search.get('confirmation') ?? search.get('code') ?? '';
  };

  const confirm = (confirmation: string) => post('/email-confirmation', { confirmation });
  const signIn = (identifier: string, password = PASSWORD, headers: Record<string, string> = {}) =>
    post('/local', { identifier, password }, headers);

  /** A confirmed member, signed in. */
  const join = async (email: string) => {
    await register(email);
    await confirm(await mailedToken(email));
    return signIn(email);
  };
  const me = async (jwt: string) =>
    (await fetch(`${cms().url}/api/me`, { headers: { authorization: `Bearer ${jwt}` } })).status;

  return { send, post, register, mailsTo, mailedToken, confirm, signIn, join, me };
}
