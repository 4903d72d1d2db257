import { Box, Flex, Typography } from '@strapi/design-system';
import { timeInWords } from '../spoken-time';
import { EntryLink } from './entry-link';
import type { PublishingState } from './publishing-api';

interface LastFailureProps {
  state: PublishingState;
  now: Date;
}

/** Why something could not go live, and the entries to mend, each with what is wrong with it. */
export function LastFailure({ state: { faults, publisher }, now }: LastFailureProps) {
  const failure = publisher.status?.lastError;
  if (!failure) return null;
  // What is wrong with an entry is told with the entry.
  const isToldBelow = faults.some(({ at }) => at === failure.at);
  return (
    <Box padding={3} background="danger100" borderColor="danger200" hasRadius role="status">
      <Typography tag="h3" fontWeight="bold" textColor="danger700">
        Could not go live
      </Typography>
      {!isToldBelow && <Reason {...failure} now={now} />}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {faults.map(({ type, documentId, title, message, at }) => (
          <li key={documentId}>
            <EntryLink type={type} documentId={documentId}>
              {title ?? 'An entry without a title'}
            </EntryLink>
            <Reason message={message} at={at} now={now} />
          </li>
        ))}
      </Flex>
    </Box>
  );
}

function Reason({ message, at, now }: { message: string; at: string; now: Date }) {
  return (
    <Typography
      tag="p"
      textColor="neutral800"
      style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
    >
      {`Since ${timeInWords(at, now)}: ${message}`}
    </Typography>
  );
}
