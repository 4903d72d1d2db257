import path from 'node:path';
import { z } from 'zod';

/** The root of the repository. */
export const root = path.resolve(import.meta.dirname, '../../..');

const port = (name: string, fallback: number) => {
  const sentence = `${name} is not a port: write a whole number from 1 to 65535, like ${fallback}.`;
  return z.coerce
    .number(sentence)
    .int(sentence)
    .min(1, sentence)
    .max(65535, sentence)
    .default(fallback);
};

const origin = (name: string) =>
  z
    .url({
      protocol: /^https?$/,
      error: `${name} is not a web address: write it like https://see.example.`,
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional();

const environment = z.object({
  SEE_DATA_DIR: z.string().default(path.join(root, '.data')),
  SITE_PORT: port('SITE_PORT', 4321),
  CMS_PORT: port('CMS_PORT', 1337),
  PUBLISHER_PORT: port('PUBLISHER_PORT', 4322),
  MAIL_WEB_PORT: port('MAIL_WEB_PORT', 1080),
  MAIL_SMTP_PORT: port('MAIL_SMTP_PORT', 1025),
  SEE_DEMO: z.enum(['true', 'false'], 'SEE_DEMO is neither "true" nor "false".').default('true'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'DATABASE_URL is not a postgres:// address: correct it or leave it out.',
    )
    .optional(),
  SITE_URL: origin('SITE_URL'),
  CMS_PUBLIC_URL: origin('CMS_PUBLIC_URL'),
});

export interface Settings {
  dataDir: string;
  ports: { site: number; cms: number; publisher: number; mailWeb: number; mailSmtp: number };
  isDemo: boolean;
  databaseUrl: string | undefined;
  /** Addresses as people open them. */
  siteUrl: string;
  cmsPublicUrl: string;
  /** Addresses as the processes of this machine reach each other. */
  cmsUrl: string;
  publisherUrl: string;
}

/** Reads the environment. Throws an error with one sentence for each variable that is wrong. */
export function readSettings(variables: NodeJS.ProcessEnv): Settings {
  const given = Object.entries(variables).filter(([, value]) => value?.trim());
  const parsed = environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ message }) => `  - ${message}`);
    throw new Error(['The settings cannot be used:', ...lines].join('\n'));
  }
  const values = parsed.data;
  return {
    dataDir: path.resolve(values.SEE_DATA_DIR),
    ports: {
      site: values.SITE_PORT,
      cms: values.CMS_PORT,
      publisher: values.PUBLISHER_PORT,
      mailWeb: values.MAIL_WEB_PORT,
      mailSmtp: values.MAIL_SMTP_PORT,
    },
    isDemo: values.SEE_DEMO === 'true',
    databaseUrl: values.DATABASE_URL,
    siteUrl: values.SITE_URL ?? `http://localhost:${values.SITE_PORT}`,
    cmsPublicUrl: values.CMS_PUBLIC_URL ?? `http://localhost:${values.CMS_PORT}`,
    cmsUrl: `http://127.0.0.1:${values.CMS_PORT}`,
    publisherUrl: `http://127.0.0.1:${values.PUBLISHER_PORT}`,
  };
}
