import { Box, Flex, Typography } from '@strapi/design-system';
import { counted, timeInWords } from '../spoken-time';
import { changedEntries } from './change-words';
import { EntryLink } from './entry-link';
import type { Release } from './publishing-api';

/** Entries named of one publish; the rest are counted. */
const NAMED = 5;

interface ReleaseListProps {
  releases: readonly Release[];
  now: Date;
}

/** What the last publishes changed, latest first. */
export function ReleaseList({ releases, now }: ReleaseListProps) {
  if (releases.length === 0) {
    return <Typography textColor="neutral600">No change was published yet.</Typography>;
  }
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
      {releases.map((release) => (
        <Box tag="li" key={release.release}>
          <Typography tag="h4" variant="pi" fontWeight="bold" textColor="neutral800">
            {timeInWords(release.at, now)}
          </Typography>
          <Changes release={release} />
        </Box>
      ))}
    </Flex>
  );
}

function Changes({ release }: { release: Release }) {
  const entries = changedEntries(release.changes);
  const more = entries.length - NAMED + release.count - release.changes.length;
  return (
    <ul>
      {entries.slice(0, NAMED).map(({ key, title, what, change, isGone }) => (
        <li key={key}>
          {isGone ? (
            <Typography>{title}</Typography>
          ) : (
            <EntryLink {...pick(change)}>{title}</EntryLink>
          )}
          <Typography variant="pi" textColor="neutral600">
            {' '}
            {what}
          </Typography>
        </li>
      ))}
      {more > 0 && (
        <Typography tag="li" variant="pi" textColor="neutral600">
          and {counted(more, 'more change')}
        </Typography>
      )}
    </ul>
  );
}

const pick = ({ type, documentId }: { type: string; documentId: string }) => ({ type, documentId });
