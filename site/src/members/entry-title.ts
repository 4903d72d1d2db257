import type { Entry, EntryType } from './entry.ts';
import { textOf } from './unknown.ts';
import { say } from './words.ts';

/** A name for an entry in lists, also for one that has none yet. */
export function titleOf(type: EntryType, { fields }: Entry): string {
  if (type === 'practice') return textOf(fields.title) || say('say.untitled.practice');
  const text = textOf(type === 'notice' ? fields.text : fields.whatChanged).trim();
  const [line = ''] = text.split('\n');
  const short = line.length > 90 ? `${line.slice(0, 87)}…` : line;
  return short || say(`say.untitled.${type}`);
}
