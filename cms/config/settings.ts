import path from 'node:path';
import { z } from 'zod';
import { readSecrets, type Secrets } from './secrets';

/*
 * Strapi loads every file of this folder as configuration: what is returned here is also
 * `strapi.config.get('settings')`, so that no other code reads the environment.
 */

export interface Settings {
  host: string;
  port: number;
  publicUrl: string;
  siteUrl: string;
  dataDir: string;
  database: { client: 'sqlite'; filename: string } | { client: 'postgres'; url: string };
  demo: boolean;
  /** Whether this instance does what runs by the clock. */
  jobs: boolean;
  mail: { host: string; port: number; from: string; login: MailLogin | undefined };
  /** Where the publisher listens; without one it gets no hints. */
  publisherUrl: string | undefined;
  secrets: Secrets;
}

/** By the names that nodemailer gives them. */
interface MailLogin {
  user: string;
  pass: string;
}

const address = (name: string, example: string) =>
  z
    .url({
      protocol: /^https?$/,
      error: `${name} is not a web address: write it like ${example}.`,
    })
    .transform((given) => given.replace(/\/+$/, ''));

const port = (name: string, fallback: number) =>
  z.coerce
    .number({ error: `${name} is not a number: write a port like ${fallback}.` })
    .int(`${name} is not a whole number: write a port like ${fallback}.`)
    .min(1, `${name} is not a port: it must lie between 1 and 65535.`)
    .max(65535, `${name} is not a port: it must lie between 1 and 65535.`)
    .default(fallback);

const environment = z.object({
  CMS_HOST: z.string().default('127.0.0.1'),
  CMS_PORT: port('CMS_PORT', 1337),
  CMS_PUBLIC_URL: address('CMS_PUBLIC_URL', 'http://localhost:1337').optional(),
  SITE_URL: address('SITE_URL', 'http://localhost:4321').default('http://localhost:4321'),
  SEE_DATA_DIR: z.string({
    error: 'SEE_DATA_DIR is not set: name the folder that holds the database and the uploads.',
  }),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'DATABASE_URL is not a postgres:// address: correct it, or leave it out to use the SQLite file in SEE_DATA_DIR.',
    )
    .optional(),
  SEE_DEMO: z
    .enum(['true', 'false'], { error: 'SEE_DEMO must be true or false.' })
    .default('false'),
  SEE_JOBS: z.enum(['true', 'false'], { error: 'SEE_JOBS must be true or false.' }).default('true'),
  SMTP_HOST: z.string().default('localhost'),
  SMTP_PORT: port('SMTP_PORT', 1025),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  MAIL_FROM: z.string().default('SEE City Platform <no-reply@localhost>'),
  PUBLISHER_URL: address('PUBLISHER_URL', 'http://127.0.0.1:4322').optional(),
});

function mailLogin(values: z.infer<typeof environment>): MailLogin | undefined {
  const { SMTP_USER: user, SMTP_PASSWORD: pass } = values;
  return user && pass ? { user, pass } : undefined;
}

/** An empty variable means the same as one that is not set: compose files write them so. */
function withoutEmpty(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
}

/** @throws Error with one sentence for each variable that is missing or wrong. */
export function readSettings(variables: NodeJS.ProcessEnv): Settings {
  const given = withoutEmpty(variables);
  const parsed = environment.safeParse(given);
  const secrets = readSecrets(given);
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)),
    ...secrets.problems,
    ...(given.SMTP_USER && !given.SMTP_PASSWORD
      ? ['SMTP_PASSWORD is not set: SMTP_USER signs in at the mail server with it.']
      : []),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new Error(`The CMS cannot start:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  }
  const values = parsed.data;
  const dataDir = path.resolve(values.SEE_DATA_DIR);
  return {
    host: values.CMS_HOST,
    port: values.CMS_PORT,
    publicUrl: values.CMS_PUBLIC_URL ?? `http://localhost:${values.CMS_PORT}`,
    siteUrl: values.SITE_URL,
    dataDir,
    database: values.DATABASE_URL
      ? { client: 'postgres', url: values.DATABASE_URL }
      : { client: 'sqlite', filename: path.join(dataDir, 'cms.db') },
    demo: values.SEE_DEMO === 'true',
    jobs: values.SEE_JOBS === 'true',
    mail: {
      host: values.SMTP_HOST,
      port: values.SMTP_PORT,
      from: values.MAIL_FROM,
      login: mailLogin(values),
    },
    publisherUrl: values.PUBLISHER_URL,
    secrets: secrets.values,
  };
}

export default () => readSettings(process.env);
