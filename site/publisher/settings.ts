import path from 'node:path';
import { z } from 'zod';

const port = (name: string, fallback: number) =>
  z.coerce
    .number(`${name} is not a number: write a port like ${fallback}.`)
    .int(`${name} is not a port: it must be a whole number from 1 to 65535.`)
    .min(1, `${name} is not a port: it must be a whole number from 1 to 65535.`)
    .max(65535, `${name} is not a port: it must be a whole number from 1 to 65535.`)
    .default(fallback);

const address = (name: string, example: string) =>
  z
    .url({ protocol: /^https?$/, error: `${name} is not a web address: write it like ${example}.` })
    .transform((url) => url.replace(/\/+$/, ''));

export const mailAddress = (name: string, example: string) =>
  z
    .string()
    .regex(
      /^[^\s@,<>]+@[^\s@,<>]+$/,
      `${name} is not an e-mail address: write it like ${example}, or leave it out.`,
    );

/** Mail addresses and domains that readers may be shown. */
const publicMail = z
  .string()
  .default('')
  .transform((list) =>
    list
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  );

const siteRoot = path.resolve(import.meta.dirname, '..');

const base = z.object({
  SEE_DATA_DIR: z
    .string()
    .default(path.join(siteRoot, '../.data'))
    .transform((dir) => path.resolve(dir)),
  SITE_URL: address('SITE_URL', 'https://see.example').default('http://localhost:4321'),
  /** As browsers reach it; `CMS_URL` may be an address of the inner network. */
  CMS_PUBLIC_URL: address('CMS_PUBLIC_URL', 'https://cms.see.example').default(
    'http://localhost:1337',
  ),
  SEE_PUBLIC_MAIL: publicMail,
  SEE_CONTACT_MAIL: mailAddress('SEE_CONTACT_MAIL', 'editors@see.example').optional(),
});

const cms = z.object({
  CMS_URL: address('CMS_URL', 'http://localhost:1337'),
  CMS_TOKEN: z.string(
    'CMS_TOKEN is not set: it is the build token the CMS was started with (SEE_BUILD_TOKEN).',
  ),
});

const publisher = base.extend({
  ...cms.shape,
  PUBLISHER_HOST: z.string().default('127.0.0.1'),
  PUBLISHER_PORT: port('PUBLISHER_PORT', 4322),
  SEE_PUBLISH_SECRET: z
    .string('SEE_PUBLISH_SECRET is not set: notices to publish are signed with it.')
    .min(32, 'SEE_PUBLISH_SECRET is shorter than 32 characters: use a longer random one.'),
});

const server = base.extend({
  SITE_HOST: z.string().default('127.0.0.1'),
  SITE_PORT: port('SITE_PORT', 4321),
});

const build = base.extend(cms.shape);

export type BuildSettings = z.infer<typeof build>;
export type PublisherSettings = z.infer<typeof publisher>;
export type ServerSettings = z.infer<typeof server>;

/** Each reads the environment and throws one sentence for each variable that is missing or wrong. */
export const readBuildSettings = (): BuildSettings => read(build, 'The site cannot be built');
export const readPublisherSettings = (): PublisherSettings =>
  read(publisher, 'The publisher cannot start');
export const readServerSettings = (): ServerSettings => read(server, 'The site cannot be served');

/** The mail addresses and domains that may stand in what is published. */
export function allowedMailOf(
  settings: Pick<BuildSettings, 'SEE_PUBLIC_MAIL' | 'SEE_CONTACT_MAIL'>,
): string[] {
  const { SEE_PUBLIC_MAIL: allowed, SEE_CONTACT_MAIL: contact } = settings;
  return contact ? [...allowed, contact.toLowerCase()] : allowed;
}

export function releasesDirOf(settings: { SEE_DATA_DIR: string }): string {
  return path.join(settings.SEE_DATA_DIR, 'releases');
}

export function publisherLockOf(settings: { SEE_DATA_DIR: string }): string {
  return path.join(settings.SEE_DATA_DIR, 'publisher.lock');
}

function read<T>(schema: z.ZodType<T>, consequence: string): T {
  const given = Object.entries(process.env).filter(([, value]) => value?.trim());
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) =>
    issue.code === 'invalid_type' && issue.path[0] === 'CMS_URL'
      ? '  - CMS_URL is not set: it is the address of the CMS, like http://localhost:1337.'
      : `  - ${issue.message}`,
  );
  throw new Error([`${consequence}:`, ...lines].join('\n'));
}
