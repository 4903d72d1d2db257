import { counted, timeInWords } from '../spoken-time';
import type { Review, ReviewStep, YearlyAnswer } from './moderation-api';

type Tone = 'success' | 'primary' | 'warning' | 'danger' | 'neutral';

const STATES: Readonly<Record<string, { tone: Tone; text: string }>> = {
  draft: { tone: 'neutral', text: 'The member is writing' },
  submitted: { tone: 'warning', text: 'Waits for your answer' },
  changesRequested: { tone: 'primary', text: 'The member was asked for changes' },
  accepted: { tone: 'success', text: 'Accepted' },
  declined: { tone: 'danger', text: 'Declined' },
  withdrawn: { tone: 'neutral', text: 'Withdrawn' },
};

/** Where an entry stands, in the order in which a moderator wants to know it. */
export function stateInWords(review: Review, now: Date): { tone: Tone; text: string }[] {
  const { state, live, removalRequestedAt } = review;
  const isBeside = live !== null && state !== 'accepted';
  return [
    STATES[state] ?? { tone: 'neutral', text: state },
    ...(isBeside ? [{ tone: 'success' as const, text: 'An earlier version is live' }] : []),
    ...(removalRequestedAt === null
      ? []
      : [
          {
            tone: 'warning' as const,
            text: `The member asked for its removal, ${timeInWords(removalRequestedAt, now)}`,
          },
        ]),
  ];
}

const SIMILAR: Readonly<Record<string, string>> = {
  submitted: 'It waits as well.',
  changesRequested: 'Its member was asked for changes.',
  accepted: 'It was accepted.',
};

/** Where another entry stands that may tell the same. */
export function similarStateInWords(state: Review['similar'][number]['reviewState']): string {
  return state === null ? '' : (SIMILAR[state] ?? '');
}

/**
 * "Less than a working day of the 10 we promise", "3 working days of the 10 we promise", "2 working
 * days longer than we promise".
 */
export function waitInWords(days: number, promised: number): string {
  if (days === 0) return `Less than a working day of the ${promised} we promise`;
  if (days > promised) return `${counted(days - promised, 'working day')} longer than we promise`;
  return `${counted(days, 'working day')} of the ${promised} we promise`;
}

/** Who sent it and when. */
export function senderInWords({ owner, submittedAt }: Review, now: Date): string {
  const name = owner?.displayName ?? 'a member without a name';
  const from = owner?.organisation ? `${name}, ${owner.organisation}` : name;
  return submittedAt === null
    ? `By ${from}; never sent so far.`
    : `Sent by ${from}, ${timeInWords(submittedAt, now)}.`;
}

const DEEDS: Readonly<Record<string, string>> = {
  edit: 'began a new version',
  submit: 'sent it in',
  withdraw: 'took it back',
  reopen: 'reopened it',
  delete: 'deleted it',
  copy: 'copied it into a new draft',
  requestRemoval: 'asked for its removal',
  handOver: 'handed it over',
  askForChanges: 'asked for changes',
  accept: 'accepted it',
  decline: 'declined it',
  unpublish: 'took it down',
  correct: 'published corrections',
  keep: 'kept it on the site',
  answerQuestion: 'answered the yearly question',
  confirmAnswer: 'took the answer over',
  dismissAnswer: 'put the answer aside',
};

/** "Elena asked for changes". */
export function stepInWords({ action, by, person }: ReviewStep): string {
  const who = by === 'member' ? 'The member' : person === 'system' ? 'The clock' : person;
  return `${who ?? 'An editor'} ${DEEDS[action] ?? action}`;
}

const PERSONAL: Readonly<Record<string, string>> = {
  email: 'An e-mail address',
  phone: 'A telephone number',
  iban: 'A bank account',
  idNumber: 'A long number, perhaps a personal one',
};

/** "A telephone number in “Results”: +30 …". */
export function personalInWords({ kind, label, found }: Review['personalData'][number]): string {
  return `${PERSONAL[kind] ?? kind} in “${label}”: ${found}`;
}

const ANSWERS: Readonly<Record<YearlyAnswer['answer'], string>> = {
  running: 'It is still running',
  changed: 'It has changed',
  stopped: 'It has stopped',
};

/** What the member said of the practice this year. */
export const answerInWords = ({ answer }: YearlyAnswer): string => ANSWERS[answer];

/** The lifecycle that an answer suggests, given what the practice says now. */
export function suggestLifecycle({ answer }: YearlyAnswer, lifecycle: string | null): string {
  if (answer === 'stopped') return 'stopped';
  return lifecycle ?? 'running';
}
