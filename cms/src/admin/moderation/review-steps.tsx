import { Flex, Typography } from '@strapi/design-system';
import { timeInWords } from '../spoken-time';
import type { ReviewStep } from './moderation-api';
import { stepInWords } from './review-words';

interface ReviewStepsProps {
  /** Oldest first, as they happened. */
  steps: readonly ReviewStep[];
  now: Date;
}

/** What happened so far, the latest first. */
export function ReviewSteps({ steps, now }: ReviewStepsProps) {
  if (steps.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        History
      </Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {[...steps].reverse().map((step) => (
          <li key={step.at + step.action}>
            <Typography fontWeight="bold">{stepInWords(step)}</Typography>
            <Typography tag="p" textColor="neutral600">
              {timeInWords(step.at, now)}
            </Typography>
            {step.message !== null && (
              <Typography
                tag="p"
                style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              >{`“${step.message}”`}</Typography>
            )}
          </li>
        ))}
      </Flex>
    </Flex>
  );
}
