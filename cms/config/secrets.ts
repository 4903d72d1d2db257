/** Every secret of the CMS, by the variable that carries it. */
const VARIABLES = {
  appKeys: 'APP_KEYS',
  adminJwt: 'ADMIN_JWT_SECRET',
  apiTokenSalt: 'API_TOKEN_SALT',
  transferTokenSalt: 'TRANSFER_TOKEN_SALT',
  membersJwt: 'JWT_SECRET',
  encryption: 'ENCRYPTION_KEY',
  buildToken: 'SEE_BUILD_TOKEN',
  publish: 'SEE_PUBLISH_SECRET',
} as const;

type Name = keyof typeof VARIABLES;

export type Secrets = Record<Exclude<Name, 'appKeys' | 'publish'>, string> & {
  appKeys: string[];
  /** Shared with the publisher; without one the two do not speak. */
  publish: string | undefined;
};

const MIN_BYTES = 32;
const MIN_DIFFERENT_CHARACTERS = 8;
const PLACEHOLDER = /to-?be-?modified|change-?(me|it|this)|placeholder|example|default|secret/i;

const REMEDY = 'set it to at least 32 random bytes, for example from `openssl rand -base64 32`';

function weakness(value: string): string | undefined {
  if (PLACEHOLDER.test(value)) return 'still holds a placeholder';
  if (Buffer.byteLength(value) < MIN_BYTES) return `is shorter than ${MIN_BYTES} bytes`;
  if (new Set(value).size < MIN_DIFFERENT_CHARACTERS) return 'repeats the same few characters';
  return undefined;
}

function split(name: Name, value: string): string[] {
  return name === 'appKeys' ? value.split(',').map((key) => key.trim()) : [value.trim()];
}

/** Reads the secrets; what is missing, weak or used twice becomes a sentence that never shows it. */
export function readSecrets(variables: NodeJS.ProcessEnv): { values: Secrets; problems: string[] } {
  const problems: string[] = [];
  const usedBy = new Map<string, string>();
  const read = (name: Name): string[] => {
    const variable = VARIABLES[name];
    const given = variables[variable];
    if (given === undefined) {
      problems.push(`${variable} is not set: ${REMEDY}.`);
      return [];
    }
    const parts = split(name, given);
    for (const part of parts) {
      const weak = weakness(part);
      if (weak) problems.push(`${variable} ${weak}: ${REMEDY}.`);
      const other = usedBy.get(part);
      if (other) problems.push(`${variable} repeats the value of ${other}: each needs its own.`);
      usedBy.set(part, variable);
    }
    return parts;
  };
  const one = (name: Name): string => read(name)[0] ?? '';
  const isGiven = (name: Name): boolean => variables[VARIABLES[name]] !== undefined;
  const values: Secrets = {
    appKeys: read('appKeys'),
    adminJwt: one('adminJwt'),
    apiTokenSalt: one('apiTokenSalt'),
    transferTokenSalt: one('transferTokenSalt'),
    membersJwt: one('membersJwt'),
    encryption: one('encryption'),
    buildToken: one('buildToken'),
    publish: isGiven('publish') ? one('publish') : undefined,
  };
  return { values, problems };
}
