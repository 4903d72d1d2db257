import { pathOfFile } from './site-files.ts';
import type { Problem } from './problem.ts';

export interface LeakRules {
  /** Values that must appear nowhere, by the name under which a problem may speak of them. */
  secrets: ReadonlyMap<string, string>;
  /** Addresses (`info@see.example`) or whole domains (`see.example`) that may be shown. */
  allowedMail: readonly string[];
}

const textWithPeople = /\.(html|json|jsonld|geojson|csv|xml|txt|svg|webmanifest)$/;
const mailAddress = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

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
    for (const address of new Set(content.toString('utf8').match(mailAddress))) {
      if (isAllowed(address, rules.allowedMail)) continue;
      problems.push({
        page,
        message: `The file ${file} shows the mail address ${address}, which is not on the list of allowed ones (SEE_PUBLIC_MAIL).`,
      });
    }
  }
  return problems;
}

function isAllowed(address: string, allowed: readonly string[]): boolean {
  const lower = address.toLowerCase();
  return allowed.some((entry) => lower === entry || lower.endsWith(`@${entry}`));
}
