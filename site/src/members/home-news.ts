/** What came of a member's practices and waits for a word: new messages, and the yearly question. */
import { ask } from './ask.ts';
import { copyOf, piece, put } from './pieces.ts';
import { fieldsOf, listOf, numberOf, textOf } from './unknown.ts';
import { say, sayDay } from './words.ts';

/** One row for all that was written to the member since the last look at it; none for nothing. */
export async function unreadRows(home: HTMLElement): Promise<HTMLElement[]> {
  const answer = fieldsOf(await ask('GET', '/api/me/messages/unread'));
  const count = numberOf(fieldsOf(answer.data).count) ?? 0;
  if (count === 0) return [];
  const row = copyOf(home, 'unread');
  put(row, { title: say('say.unread', { count }) });
  return [row];
}

/** A row for each yearly question that was mailed and is open; it leads where the mail does. */
export async function questionRows(home: HTMLElement): Promise<HTMLElement[]> {
  const answer = fieldsOf(await ask('GET', '/api/me/yearly-questions'));
  return listOf(answer.data).map((each) => {
    const { practice, token, expiresAt } = fieldsOf(each);
    const row = copyOf(home, 'question');
    put(row, {
      title: textOf(fieldsOf(practice).title),
      until: say('say.alive.until', { date: sayDay(textOf(expiresAt)) }),
    });
    const link = piece(row, 'a', HTMLAnchorElement);
    link.href += `?token=${encodeURIComponent(textOf(token))}`;
    return row;
  });
}
