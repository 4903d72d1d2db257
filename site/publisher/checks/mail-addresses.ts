/** Mail addresses in what readers are shown: people's, unless the operator allowed them. */

const beforeAt = /[\p{L}\p{N}._%+-]+$/u;
const afterAt = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/u;
const longestName = 64;
const longestHost = 255;

/**
 * The mail addresses of a text that are not allowed, each once. Allowed are addresses
 * (`info@see.example`) or whole domains (`see.example`).
 */
export function foreignMailIn(text: string, allowed: readonly string[]): Set<string> {
  const found = new Set(mailAddressesIn(text));
  for (const address of found) if (isAllowed(address, allowed)) found.delete(address);
  return found;
}

/** Looks around each @ alone: a pattern tried at every character of every page takes minutes. */
function* mailAddressesIn(text: string): Generator<string> {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const [name] = beforeAt.exec(text.slice(Math.max(0, at - longestName), at)) ?? [];
    const [host] = afterAt.exec(text.slice(at + 1, at + 1 + longestHost)) ?? [];
    if (name && host) yield `${name}@${host}`;
  }
}

function isAllowed(address: string, allowed: readonly string[]): boolean {
  const lower = address.toLowerCase();
  return allowed.some((entry) => lower === entry || lower.endsWith(`@${entry}`));
}
