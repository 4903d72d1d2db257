import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const remedy = 'Run the browser tests with "pnpm e2e", which starts a platform for them.';
const address = (name: string) => z.url(`${name} names no running platform. ${remedy}`);

const environment = z.object({
  SITE_URL: address('SITE_URL'),
  CMS_PUBLIC_URL: address('CMS_PUBLIC_URL'),
  PUBLISHER_URL: address('PUBLISHER_URL'),
  MAIL_URL: address('MAIL_URL'),
  SEE_DATA_DIR: z.string(`SEE_DATA_DIR names no data directory. ${remedy}`),
  CHROMIUM_PATH: z.string().optional(),
});

const values = environment.parse(process.env);

/** Where the running platform is that the tests look at. */
export const platform = {
  siteUrl: values.SITE_URL,
  cmsUrl: values.CMS_PUBLIC_URL,
  publisherUrl: values.PUBLISHER_URL,
  /** The inbox of all mail that the platform sends. */
  mailUrl: values.MAIL_URL,
  dataDir: values.SEE_DATA_DIR,
  /** Undefined: Playwright's own. */
  browser: values.CHROMIUM_PATH,
};

const account = z.object({ email: z.string(), password: z.string() });

export type StaffRole = 'editor' | 'moderator' | 'author';

/** A demo account of the staff, as the CMS made it. */
export function staffAccount(role: StaffRole): z.output<typeof account> {
  const file = path.join(platform.dataDir, 'accounts.json');
  const accounts = z.object({ editor: account, moderator: account, author: account });
  return accounts.parse(JSON.parse(readFileSync(file, 'utf8')))[role];
}
