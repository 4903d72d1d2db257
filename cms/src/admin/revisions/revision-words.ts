import { timeInWords } from '../spoken-time';
import type { Revision } from './revisions-api';

const DEEDS: Readonly<Record<string, string>> = {
  create: 'made',
  update: 'saved',
  publish: 'published',
  unpublish: 'taken down',
  discard: 'changes discarded',
  delete: 'deleted',
};

/** "Saved by Elena". */
export function deedInWords({ change, by }: Revision): string {
  const deed = DEEDS[change] ?? change;
  const said = deed.charAt(0).toUpperCase() + deed.slice(1);
  return by === 'system' ? `${said} by the system` : `${said} by ${by}`;
}

/** "the version of 12:04". */
export function versionInWords({ at }: Revision, now: Date): string {
  return `the version of ${timeInWords(at, now)}`;
}
