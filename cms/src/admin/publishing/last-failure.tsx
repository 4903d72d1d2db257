import { Box, Typography } from '@strapi/design-system';
import { timeInWords } from '../spoken-time';
import { EntryLink } from './entry-link';
import type { PublishingState } from './publishing-api';

interface LastFailureProps {
  state: PublishingState;
  now: Date;
}

/** Why something could not go live, and the entries to mend. */
export function LastFailure({ state, now }: LastFailureProps) {
  const { faults, publisher } = state;
  const failure = publisher.status?.lastError;
  if (!failure) return null;
  return (
    <Box padding={3} background="danger100" borderColor="danger200" hasRadius role="status">
      <Typography tag="h3" fontWeight="bold" textColor="danger700">
        Not live since {timeInWords(failure.at, now)}
      </Typography>
      <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-line' }}>
        {failure.message}
      </Typography>
      {faults.map(({ type, documentId, title }) => (
        <Box key={documentId}>
          <EntryLink type={type} documentId={documentId}>
            Open “{title ?? 'the entry'}”
          </EntryLink>
        </Box>
      ))}
    </Box>
  );
}
