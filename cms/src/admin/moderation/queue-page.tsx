import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { sentenceOf } from '../editing-api';
import { useAttention } from '../use-attention';
import { useQueueQuery } from './moderation-api';
import { QueueFilters } from './queue-filters';
import { isNarrowed, useQueueFilters } from './queue-place';
import { QueueTable } from './queue-table';
import { queueInWords } from './queue-words';
import { ReportedMessages } from './reported-messages';
import { REVIEW_PERMISSIONS } from './review-permissions';

const MINUTE_MS = 60_000;

/** All that waits for an answer. */
export default function QueuePage() {
  return (
    <Page.Protect permissions={REVIEW_PERMISSIONS}>
      <Page.Title>Queue</Page.Title>
      <Waiting />
    </Page.Protect>
  );
}

function Waiting() {
  const [filters, setFilters] = useQueueFilters();
  const isWatched = useAttention();
  const { data, error } = useQueueQuery(filters, {
    pollingInterval: isWatched ? MINUTE_MS : 0,
    refetchOnMountOrArgChange: true,
  });
  return (
    <Page.Main>
      <Layouts.Header title="Queue" subtitle={data ? queueInWords(data.meta) : 'Asking …'} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {error && (
            <Typography role="alert" textColor="danger600">
              {sentenceOf(error)}
            </Typography>
          )}
          {data && <QueueFilters meta={data.meta} filters={filters} onChange={setFilters} />}
          {data && (
            <Box aria-live="polite">
              <QueueTable queue={data} filters={filters} now={new Date()} />
            </Box>
          )}
          {isNarrowed(filters) && (error !== undefined || data?.data.length === 0) && (
            <Box>
              <Button variant="tertiary" onClick={() => setFilters({})}>
                Show all that waits
              </Button>
            </Box>
          )}
          <ReportedMessages now={new Date()} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
