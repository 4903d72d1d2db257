import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const secretName = /(SECRET|TOKEN|SALT|PASSWORD|_KEYS?|DATABASE_URL)$/i;
/** Shorter values stand in ordinary words by chance. */
const minLength = 12;

/** Every secret this machine knows, by name: those of the data directory and of the environment. */
export function knownSecrets(
  dataDir: string,
  environment: NodeJS.ProcessEnv,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const note = (name: string, value: string) => {
    for (const [index, part] of value.split(',').entries()) {
      if (part.length >= minLength) found.set(index === 0 ? name : `${name} ${index + 1}`, part);
    }
  };
  for (const [name, value] of Object.entries(environment)) {
    if (value && secretName.test(name)) note(name, value);
  }
  for (const file of ['secrets.json', 'accounts.json']) {
    const full = path.join(dataDir, file);
    if (!existsSync(full)) continue;
    const stated: unknown = JSON.parse(readFileSync(full, 'utf8'));
    visitStrings(stated, file, (name, value) => {
      if (file.endsWith('secrets.json') || name.endsWith('password')) note(name, value);
    });
  }
  return found;
}

function visitStrings(
  value: unknown,
  name: string,
  visit: (name: string, value: string) => void,
): void {
  if (typeof value === 'string') visit(name, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) visitStrings(member, `${name}/${key}`, visit);
}
