import { z } from 'zod';
import { timeInWords } from '../spoken-time';
import type { ReviewStep } from './moderation-api';
import { stepInWords } from './review-words';

const conflictSchema = z.object({ status: z.literal(409) });

/** Whether an answer was refused because somebody else was quicker. */
export const isTooLate = (error: unknown): boolean => conflictSchema.safeParse(error).success;

/**
 * What somebody is told whose answer came too late.
 *
 * @param missed what happened since the answer was written, oldest first
 */
export function lateInWords(missed: readonly ReviewStep[], now: Date): string {
  if (missed.length === 0) {
    return 'Your answer was not sent: somebody saved this since you opened it. Look at it again, then send your answer.';
  }
  const deeds = missed.map((step) => `${stepInWords(step)}, ${timeInWords(step.at, now)}.`);
  return `Your answer was not sent, because something happened meanwhile. ${deeds.join(' ')}`;
}
