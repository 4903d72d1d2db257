import { Flex, Link, Typography } from '@strapi/design-system';
import { forwardRef } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { OpenEntry } from '../editing-api';
import { EntryLink } from '../publishing/entry-link';
import { useQueueQuery } from './moderation-api';
import { nextInQueue } from './next-in-queue';
import { isNarrowed, passFilters, queueAddress, usePassedFilters } from './queue-place';
import { othersInWords } from './queue-words';

interface WayOnProps {
  entry: OpenEntry;
  /** When it was sent; null for never. */
  since: string | null;
}

/** From one entry to the next that waits, without the list in between. */
export const WayOn = forwardRef<HTMLAnchorElement, WayOnProps>(function WayOn(
  { entry, since },
  link,
) {
  const filters = usePassedFilters();
  const { data } = useQueueQuery(filters, { refetchOnMountOrArgChange: true });
  if (!data) return null;
  const { next, others } = nextInQueue(data, entry.documentId, since);
  return (
    <Flex tag="nav" aria-label="Queue" direction="column" alignItems="flex-start" gap={1}>
      {next && (
        <EntryLink
          ref={link}
          type={next.type}
          documentId={next.documentId}
          state={passFilters(filters)}
        >
          Next: {next.title}
        </EntryLink>
      )}
      <Typography textColor="neutral600">
        {othersInWords(others, isNarrowed(filters))}{' '}
        <Link ref={next ? undefined : link} tag={RouterLink} to={queueAddress(filters)}>
          Open the queue
        </Link>
      </Typography>
    </Flex>
  );
});
