import { Widget } from '@strapi/strapi/admin';
import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { sentenceOf } from '../editing-api';
import { EntryLink } from '../publishing/entry-link';
import { useAttention } from '../use-attention';
import { useQueueQuery, type Queue } from './moderation-api';
import { queueInWords, typeInWords, wishInWords } from './queue-words';
import { waitInWords } from './review-words';

const MINUTE_MS = 60_000;
const SHOWN = 5;
const EVERYTHING = {};

/** On the home page: who waits for an answer, the longest wait first. */
export default function QueueWidget() {
  const isWatched = useAttention();
  const { data, error } = useQueueQuery(EVERYTHING, {
    pollingInterval: isWatched ? MINUTE_MS : 0,
    refetchOnMountOrArgChange: true,
  });
  if (!data) return error ? <Widget.Error>{sentenceOf(error)}</Widget.Error> : <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} wrap="wrap">
        <Typography textColor={data.meta.overdue > 0 ? 'danger600' : 'neutral800'}>
          {queueInWords(data.meta)}
        </Typography>
        <Link tag={RouterLink} to="/moderation">
          {data.meta.total > SHOWN ? `See all ${data.meta.total}` : 'Open the queue'}
        </Link>
      </Flex>
      <First queue={data} />
    </Flex>
  );
}

function First({ queue: { data, meta } }: { queue: Queue }) {
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
      {data.slice(0, SHOWN).map((item) => (
        <li key={item.kind + item.documentId}>
          <EntryLink type={item.type} documentId={item.documentId}>
            {item.title}
          </EntryLink>
          <Typography tag="p" textColor={item.isOverdue ? 'danger600' : 'neutral600'}>
            {typeInWords(item.type)}. {wishInWords(item)}.{' '}
            {waitInWords(item.days, meta.promisedDays)}
          </Typography>
        </li>
      ))}
    </Flex>
  );
}
