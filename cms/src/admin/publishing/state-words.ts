import { counted, timeInWords } from '../spoken-time';
import type { PublishingState } from './publishing-api';

export interface StateInWords {
  tone: 'success' | 'primary' | 'warning' | 'danger';
  /** In a word or two. */
  name: string;
  /** What that means for readers and for what editors publish. */
  meaning: string;
}

/** How publishing stands, for people who never heard of a build. */
export function stateInWords({ publisher, queue }: PublishingState): StateInWords {
  const { status, message } = publisher;
  if (!status) {
    return {
      tone: 'danger',
      name: 'No answer',
      meaning: `${message ?? 'The publisher does not answer.'} While it makes the whole site anew that is as it should be. Readers see the site as it was; what you publish waits and goes live afterwards.`,
    };
  }
  if (status.state === 'pinned') {
    return {
      tone: 'warning',
      name: 'Held at an earlier release',
      meaning:
        'Readers see the site as it was then. What you publish waits for “Resume publishing”.',
    };
  }
  if (status.state === 'building' || status.pending) {
    return { tone: 'primary', name: 'Publishing', meaning: 'Changes are going live now.' };
  }
  if (status.state === 'failed' && !isHoldingBack(status)) {
    return {
      tone: 'danger',
      name: 'Failed',
      meaning: 'Readers still see the last good version. Mend what is named below.',
    };
  }
  if (queue.length > 0) {
    return { tone: 'primary', name: 'Publishing', meaning: 'New changes go live in a moment.' };
  }
  if (status.state === 'failed') {
    return {
      tone: 'warning',
      name: 'Held back',
      meaning: 'What is named below stays as it was until it is mended. All else is on the site.',
    };
  }
  return {
    tone: 'success',
    name: 'Up to date',
    meaning: 'Everything that is published is on the site.',
  };
}

type Status = NonNullable<PublishingState['publisher']['status']>;

/** Whether all that is wrong is what some entries say: they are left out, the others go live. */
const isHoldingBack = ({ heldBack, lastError }: Status): boolean =>
  heldBack.some(({ at }) => at === lastError?.at);

/** "3 changes wait since 12:04." */
export function queueInWords({ length, oldestAt }: PublishingState['queue'], now: Date): string {
  if (length === 0) return 'Nothing waits.';
  const since = oldestAt === null ? '' : ` since ${timeInWords(oldestAt, now)}`;
  return `${counted(length, 'change')} ${length === 1 ? 'waits' : 'wait'}${since}.`;
}

const SOON_MS = 2_000;
const CALM_MS = 30_000;

/** How long to wait before asking again: little where the next seconds will bring news. */
export function pauseOf(state: PublishingState | undefined): number {
  if (!state) return SOON_MS;
  const { queue, publisher } = state;
  const { status } = publisher;
  if (status?.state === 'pinned') return CALM_MS;
  const isUnderWay = !status || status.pending || status.state === 'building' || queue.length > 0;
  return isUnderWay ? SOON_MS : CALM_MS;
}
