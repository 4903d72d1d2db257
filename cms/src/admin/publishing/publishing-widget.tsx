import { Widget } from '@strapi/strapi/admin';
import { Flex, Status, Typography } from '@strapi/design-system';
import { sentenceOf } from '../editing-api';
import { agoInWords, timeInWords } from '../spoken-time';
import { useAttention } from '../use-attention';
import { LastFailure } from './last-failure';
import {
  usePublishingStateKnown,
  usePublishingStateQuery,
  type PublishingState,
} from './publishing-api';
import { ReleaseList } from './release-list';
import { pauseOf, queueInWords, stateInWords } from './state-words';
import { Steering } from './steering';

/** On the home page: what readers see, what waits, what went wrong, and the means to act on it. */
export default function PublishingWidget() {
  const isWatched = useAttention();
  const known = usePublishingStateKnown(undefined);
  const { data, error, refetch } = usePublishingStateQuery(undefined, {
    pollingInterval: isWatched ? pauseOf(known.data) : 0,
    refetchOnMountOrArgChange: true,
  });
  if (!data) {
    return error ? <Widget.Error>{sentenceOf(error)}</Widget.Error> : <Widget.Loading />;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {error && (
        <Typography role="alert" textColor="danger600">
          {sentenceOf(error)} Below is what was known before.
        </Typography>
      )}
      <Standing state={data} now={new Date()} onDone={() => void refetch()} />
    </Flex>
  );
}

interface StandingProps {
  state: PublishingState;
  now: Date;
  onDone: () => void;
}

function Standing({ state, now, onDone }: StandingProps) {
  const { tone, name, meaning } = stateInWords(state);
  const since = state.publisher.status?.publishedAt;
  return (
    <>
      <Flex direction="column" alignItems="stretch" gap={2} aria-live="polite">
        <Flex gap={2} wrap="wrap">
          <Status variant={tone} size="S">
            <Typography variant="pi" fontWeight="bold" textColor="neutral800">
              {name}
            </Typography>
          </Status>
          {since && (
            <Typography textColor="neutral800">
              Live since {timeInWords(since, now)} ({agoInWords(since, now)}).
            </Typography>
          )}
        </Flex>
        <Typography textColor="neutral600">
          {meaning} {state.queue.length > 0 && queueInWords(state.queue, now)}
        </Typography>
      </Flex>
      <LastFailure state={state} now={now} />
      <Steering state={state} onDone={onDone} />
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="h3" variant="sigma" textColor="neutral600">
          What went live
        </Typography>
        <ReleaseList releases={state.releases} now={now} />
      </Flex>
    </>
  );
}
