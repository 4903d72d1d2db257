/** An entry of a member (practice, adaptation or notice) as the CMS gives it. */
import { type Fields, fieldsOf, isFields, listOf, numberOf, pathOf, textOf } from './unknown.ts';

export type EntryType = 'practice' | 'adaptation' | 'notice';

interface HistoryLine {
  readonly at: string;
  readonly action: string;
  readonly by: string;
  readonly message: string;
}

export interface Entry {
  readonly documentId: string;
  readonly version: number;
  readonly reviewState: string;
  /** Since when its accepted version is on the site, and where; some have no page of their own. */
  readonly live: { readonly url: string | null; readonly since: string } | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly submittedAt: string;
  readonly removalRequestedAt: string;
  /** The editor's last words. */
  readonly message: string;
  /** What the member may do now, as `review-states.json` names it. */
  readonly actions: readonly string[];
  /** Fields that are still to be filled in before it can be submitted; null where nobody said. */
  readonly missing: readonly string[] | null;
  readonly history: readonly HistoryLine[];
  /** Everything, the fields of its form among it. */
  readonly fields: Fields;
}

export const entryPlurals: Readonly<Record<EntryType, string>> = {
  practice: 'practices',
  adaptation: 'adaptations',
  notice: 'notices',
};

export function readEntry(value: unknown): Entry {
  const fields = fieldsOf(value);
  const live = fieldsOf(fields.live);
  return {
    documentId: textOf(fields.documentId),
    version: numberOf(fields.version) ?? 1,
    reviewState: textOf(fields.reviewState),
    live: isFields(fields.live)
      ? { url: textOf(live.url) || null, since: textOf(live.since) }
      : null,
    createdAt: textOf(fields.createdAt),
    updatedAt: textOf(fields.updatedAt),
    submittedAt: textOf(fields.submittedAt),
    removalRequestedAt: textOf(fields.removalRequestedAt),
    message: textOf(fields.message),
    actions: listOf(fields.may).map(textOf),
    missing: Array.isArray(fields.missing) ? fields.missing.map(pathOf) : null,
    history: listOf(fields.history).map((line) => {
      const { at, action, by, message } = fieldsOf(line);
      return { at: textOf(at), action: textOf(action), by: textOf(by), message: textOf(message) };
    }),
    fields,
  };
}

/** Reads an answer `{ data: entry }`. */
export function readAnswer(answer: unknown): Entry {
  return readEntry(fieldsOf(answer).data);
}

/** Reads an answer `{ data: [entry, …] }`. */
export function readEntries(answer: unknown): Entry[] {
  return listOf(fieldsOf(answer).data).map(readEntry);
}
