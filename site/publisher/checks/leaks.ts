import { foreignMailIn } from './mail-addresses.ts';
import { pathOfFile } from './site-files.ts';
import type { Problem } from './problem.ts';

export interface LeakRules {
  /** Values that must appear nowhere, by the name under which a problem may speak of them. */
  secrets: ReadonlyMap<string, string>;
  /** Addresses (`info@see.example`) or whole domains (`see.example`) that may be shown. */
  allowedMail: readonly string[];
}

const textWithPeople = /\.(html|json|jsonld|geojson|csv|xml|txt|svg|webmanifest)$/;
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
    for (const address of foreignMailIn(content.toString('utf8'), rules.allowedMail)) {
      problems.push({
        page,
        message: `The file ${file} shows the mail address ${address}, which is not on the list of allowed ones (SEE_PUBLIC_MAIL).`,
      });
    }
  }
  return problems;
}
