import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const account = z.object({ email: z.email(), password: z.string().min(20) });
const member = account.extend({ username: z.string() });
const accountsSchema = z.object({
  admin: account,
  editor: account,
  moderator: account,
  author: account,
  members: z.array(member),
});

export type DemoAccounts = z.output<typeof accountsSchema>;

const MEMBERS = 3;

/** Reads `accounts.json` of the data directory, or writes it once with passwords nobody knows yet. */
export async function readOrCreateDemoFile(dataDir: string): Promise<DemoAccounts> {
  const file = path.join(dataDir, 'accounts.json');
  const accounts = makeAccounts();
  try {
    // `wx` never overwrites: the passwords in an existing file are those of existing users.
    await writeFile(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return accounts;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return readAccounts(file);
  }
}

async function readAccounts(file: string): Promise<DemoAccounts> {
  try {
    return accountsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const message = `${file} is not a list of demo accounts; correct it or delete it to get new accounts.`;
    throw new Error(message, { cause });
  }
}

function makeAccounts(): DemoAccounts {
  return {
    admin: makeAccount('admin'),
    editor: makeAccount('editor'),
    moderator: makeAccount('moderator'),
    author: makeAccount('author'),
    members: Array.from({ length: MEMBERS }, (_, index) => {
      const username = `member${index + 1}`;
      return { ...makeAccount(username), username };
    }),
  };
}

function makeAccount(name: string) {
  // The prefix has what Strapi asks of an admin's password: lower case, upper case and a digit.
  const password = `See1-${randomBytes(18).toString('base64url')}`;
  return { email: `${name}@demo.example`, password };
}
