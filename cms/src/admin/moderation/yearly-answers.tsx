import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import lists from '../../../contract/lists.json';
import { refusalOf, type OpenEntry } from '../editing-api';
import { timeInWords } from '../spoken-time';
import { Choice } from './choice';
import { useSettleAnswerMutation, type Review, type YearlyAnswer } from './moderation-api';
import { answerInWords, suggestLifecycle } from './review-words';

interface YearlyAnswersProps {
  entry: OpenEntry;
  review: Review;
  now: Date;
}

/** What the owner answered to the yearly question, to be taken over or put aside. */
export function YearlyAnswers({ entry, review, now }: YearlyAnswersProps) {
  return review.answers.map((answer) => (
    <AnswerCard
      key={answer.id}
      entry={entry}
      answer={answer}
      lifecycle={review.lifecycle}
      now={now}
    />
  ));
}

interface AnswerCardProps {
  entry: OpenEntry;
  answer: YearlyAnswer;
  lifecycle: string | null;
  now: Date;
}

function AnswerCard({ entry, answer, lifecycle, now }: AnswerCardProps) {
  const [becomes, setBecomes] = useState(suggestLifecycle(answer, lifecycle));
  const [settle, { isLoading }] = useSettleAnswerMutation();
  const { toggleNotification } = useNotification();
  const send = async (chosen: string | null) => {
    const sent = await settle({ entry, id: answer.id, lifecycle: chosen });
    toggleNotification(
      'error' in sent
        ? { type: 'danger', message: refusalOf(sent.error) }
        : { type: 'success', message: chosen ? 'It goes live in a moment.' : 'Put aside.' },
    );
  };
  return (
    <Box padding={3} background="primary100" borderColor="primary200" hasRadius>
      <Typography tag="h3" fontWeight="bold">
        The yearly question: {answerInWords(answer)}
      </Typography>
      <Typography tag="p" textColor="neutral600">
        The member, {timeInWords(answer.answeredAt, now)}
      </Typography>
      {answer.note && (
        <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          “{answer.note}”
        </Typography>
      )}
      <Flex direction="column" alignItems="stretch" gap={2} paddingTop={3}>
        <Choice
          label="The practice is then"
          values={lists.lifecycle}
          value={becomes}
          onChange={setBecomes}
        />
        <Button size="S" loading={isLoading} onClick={() => void send(becomes)}>
          Take it over and publish
        </Button>
        <Button size="S" variant="tertiary" disabled={isLoading} onClick={() => void send(null)}>
          Put it aside
        </Button>
      </Flex>
    </Box>
  );
}
