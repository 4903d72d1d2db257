import { pathOfFile } from './site-files.ts';
import type { Problem } from './problem.ts';

export interface LeakRules {
  /** Values that must appear nowhere, by the name under which a problem may speak of them. */
  secrets: ReadonlyMap<string, string>;
  /** Addresses (`info@see.example`) or whole domains (`see.example`) that may be shown. */
  allowedMail: readonly string[];
}

const textWithPeople = /\.(html|json|jsonld|geojson|csv|xml|txt|svg|webmanifest)$/;
const beforeAt = /[\p{L}\p{N}._%+-]+$/u;
const afterAt = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/u;
const longestName = 64;
const longestHost = 255;

/** No secret in any file, and no mail address beside the allowed ones in anything people read. */
export function checkLeaks(file: string, content: Buffer, rules: LeakRules): Problem[] {
  const page = file.endsWith('.html') ? pathOfFile(file) : null;
  const problems: Problem[] = [];
  for (const [name, value] of rules.secrets) {
    if (content.includes(value)) {
      problems.push({ page, message: `The file ${file} contains the secret "${name}".` });
    }
  }
  if (textWithPeople.test(file) && content.includes('@')) {
    for (const address of new Set(mailAddressesIn(content.toString('utf8')))) {
      if (isAllowed(address, rules.allowedMail)) continue;
      problems.push({
        page,
        message: `The file ${file} shows the mail address ${address}, which is not on the list of allowed ones (SEE_PUBLIC_MAIL).`,
      });
    }
  }
  return problems;
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
