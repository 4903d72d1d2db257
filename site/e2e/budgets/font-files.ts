import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../src/styles/fonts');

/** Bytes of all typefaces by the script they draw: `literata-italic-latin-ext` counts to `latin-ext`. */
export function fontsByScript(): Record<string, number> {
  const bytes: Record<string, number> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.woff2'))) {
    const [, script = file] = /-(latin-ext|latin|greek|cyrillic)\.woff2$/.exec(file) ?? [];
    bytes[script] = (bytes[script] ?? 0) + statSync(path.join(folder, file)).size;
  }
  return bytes;
}
