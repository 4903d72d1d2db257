import { Box, Flex, Link, Status, Typography } from '@strapi/design-system';
import { useRef, type ReactNode } from 'react';
import { isReviewedType } from '../../moderation/reviewed-types';
import { sentenceOf, type OpenEntry } from '../editing-api';
import { openEntry, type PanelProps } from '../open-entry';
import { EntryLink } from '../publishing/entry-link';
import { AnswerButton } from './answer-dialog';
import { useReviewQuery, type Review } from './moderation-api';
import { ReviewSteps } from './review-steps';
import {
  personalInWords,
  senderInWords,
  similarStateInWords,
  stateInWords,
  waitInWords,
} from './review-words';
import { useMayReview } from './use-may-review';
import { WayOn } from './way-on';
import { YearlyAnswers } from './yearly-answers';

/** Beside what a member sent in: where it stands, what to look at, and the answer. */
export function ReviewPanel(props: PanelProps) {
  const mayReview = useMayReview();
  const entry = openEntry(props);
  const isAsked = mayReview && entry !== undefined && isReviewedType(entry.model);
  const { currentData, error } = useReviewQuery(entry ?? NO_ENTRY, { skip: !isAsked });
  if (!isAsked || currentData?.owner === null) return null;
  return {
    title: 'Review',
    content: (
      <Flex direction="column" alignItems="stretch" gap={4} width="100%">
        {error && (
          <Typography role="alert" textColor="danger600">
            {sentenceOf(error)}
          </Typography>
        )}
        {!currentData && !error && <Typography textColor="neutral600">Asking …</Typography>}
        {currentData && <Standing entry={entry} review={currentData} />}
      </Flex>
    ),
  };
}

const NO_ENTRY: OpenEntry = { model: '', documentId: '', locale: null };

function Standing({ entry, review }: { entry: OpenEntry; review: Review }) {
  const now = new Date();
  const { days, promisedDays, live } = review;
  const wayOn = useRef<HTMLAnchorElement>(null);
  return (
    <>
      <Flex direction="column" alignItems="stretch" gap={2} aria-live="polite">
        {stateInWords(review, now).map(({ tone, text }) => (
          <Status key={text} variant={tone} size="S" width="100%">
            {/* The colour of the tone itself is too pale to be read. */}
            <Typography fontWeight="bold" textColor="neutral800">
              {text}
            </Typography>
          </Status>
        ))}
        <Typography>{senderInWords(review, now)}</Typography>
        {days !== null && (
          <Typography textColor={days > promisedDays ? 'danger600' : 'neutral600'}>
            {waitInWords(days, promisedDays)}
          </Typography>
        )}
        {live?.url && review.state !== 'accepted' && (
          <Link href={live.url} isExternal>
            What readers see now
          </Link>
        )}
      </Flex>
      <YearlyAnswers entry={entry} review={review} now={now} />
      <AnswerButton entry={entry} review={review} wayOn={wayOn} />
      <WayOn ref={wayOn} entry={entry} since={review.submittedAt} />
      <Hints review={review} />
      <ReviewSteps steps={review.history} now={now} />
    </>
  );
}

function Hints({ review: { personalData, similar } }: { review: Review }) {
  return (
    <>
      {personalData.length > 0 && (
        <Hint title="Perhaps about a person">
          {personalData.map((hint) => (
            <Typography tag="li" key={hint.path + hint.found} style={{ overflowWrap: 'anywhere' }}>
              {personalInWords(hint)}
            </Typography>
          ))}
        </Hint>
      )}
      {similar.length > 0 && (
        <Hint title="Perhaps told already">
          {similar.map(({ type, documentId, title, reviewState, why }) => (
            <li key={documentId}>
              <EntryLink type={type} documentId={documentId}>
                {title}
              </EntryLink>
              <Typography tag="p" textColor="neutral600">
                {why} {similarStateInWords(reviewState)}
              </Typography>
            </li>
          ))}
        </Hint>
      )}
    </>
  );
}

function Hint({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box padding={3} background="warning100" borderColor="warning200" hasRadius>
      <Typography tag="h3" fontWeight="bold">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={1}>
        {children}
      </Flex>
    </Box>
  );
}
