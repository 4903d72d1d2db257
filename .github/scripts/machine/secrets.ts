import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Every secret, with the variable that overrides it and carries it to the processes. */
export const secretVariables = {
  appKeys: 'APP_KEYS',
  adminJwtSecret: 'ADMIN_JWT_SECRET',
  apiTokenSalt: 'API_TOKEN_SALT',
  transferTokenSalt: 'TRANSFER_TOKEN_SALT',
  jwtSecret: 'JWT_SECRET',
  encryptionKey: 'ENCRYPTION_KEY',
  buildToken: 'SEE_BUILD_TOKEN',
  publishSecret: 'SEE_PUBLISH_SECRET',
} as const;

export type SecretName = keyof typeof secretVariables;
export type Secrets = Record<SecretName, string>;

const names = Object.keys(secretVariables) as SecretName[];
const fileSchema = z.partialRecord(z.enum(names), z.string());
const minBytes = 32;
const minDifferentCharacters = 8;
const placeholder = /to-?be-?modified|change-?(me|it|this)|placeholder|example/i;

/**
 * Reads `secrets.json` of the data directory, making it with random values when it is not there.
 * The environment goes before the file. Throws sentences that never show a value.
 */
export function loadSecrets(dataDir: string, variables: NodeJS.ProcessEnv): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  const stored = existsSync(file) ? readSecretsFile(file) : {};
  const secrets = Object.fromEntries(
    names.map((name) => [name, variables[secretVariables[name]] ?? stored[name] ?? random(name)]),
  ) as Secrets;
  refuseWeak(secrets, file, variables);
  const missing = names.filter(
    (name) => stored[name] === undefined && variables[secretVariables[name]] === undefined,
  );
  if (missing.length > 0) {
    const made: Partial<Secrets> = { ...stored };
    for (const name of missing) made[name] = secrets[name];
    writeSecretsFile(file, made);
  }
  return secrets;
}

function readSecretsFile(file: string): Partial<Secrets> {
  const others = statSync(file).mode & 0o077;
  if (others !== 0) {
    throw new Error(`Other users of this machine can read ${file}. Run: chmod 600 "${file}"`);
  }
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(
      `${file} cannot be read as secrets. Put back your copy of it; if there is none and the accounts may be signed out, delete it and a new one is made.`,
      { cause },
    );
  }
}

function writeSecretsFile(file: string, values: object): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.part`;
  writeFileSync(part, `${JSON.stringify(values, null, 2)}\n`, { mode: 0o600 });
  chmodSync(part, 0o600);
  renameSync(part, file);
}

function refuseWeak(secrets: Secrets, file: string, variables: NodeJS.ProcessEnv): void {
  const problems = names.flatMap((name) => {
    const variable = secretVariables[name];
    const place = variables[variable] === undefined ? `"${name}" in ${file}` : variable;
    return secrets[name]
      .split(',')
      .flatMap((part) => weaknessOf(part) ?? [])
      .map((weakness) => `  - ${place} ${weakness}.`);
  });
  if (problems.length === 0) return;
  const remedy = `Use at least ${minBytes} random characters each, for example from: openssl rand -hex 32`;
  throw new Error(['Some secrets can be guessed:', ...problems, remedy].join('\n'));
}

function weaknessOf(value: string): string | null {
  if (placeholder.test(value)) return 'still holds a placeholder';
  if (Buffer.byteLength(value) < minBytes) return `is shorter than ${minBytes} characters`;
  const different = new Set(value).size;
  return different < minDifferentCharacters ? 'repeats the same few characters' : null;
}

function random(name: SecretName): string {
  const one = () => randomBytes(32).toString('hex');
  return name === 'appKeys' ? `${one()},${one()}` : one();
}
