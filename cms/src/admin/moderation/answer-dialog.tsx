import { useForm, useNotification } from '@strapi/strapi/admin';
import { Button, Modal, Typography } from '@strapi/design-system';
import { useRef, useState, type RefObject } from 'react';
import { refusalOf, type OpenEntry } from '../editing-api';
import { AnswerForm } from './answer-form';
import { decisionsFor, type DecisionWords } from './decisions';
import { isTooLate, lateInWords } from './late-answer';
import { useDecideMutation, useReviewQuery, type Decision, type Review } from './moderation-api';

interface AnswerButtonProps {
  entry: OpenEntry;
  review: Review;
  /** Leads on when something is decided. */
  wayOn: RefObject<HTMLElement>;
}

/** Opens the one dialog in which everything about an entry is decided. */
export function AnswerButton({ entry, review, wayOn }: AnswerButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isUnsaved = useForm('AnswerButton', ({ modified }) => modified);
  const [decide, { isLoading, error, reset }] = useDecideMutation();
  const { refetch, isFetching } = useReviewQuery(entry);
  /** How much had happened when the answer was sent. */
  const known = useRef(0);
  const { toggleNotification } = useNotification();
  const isDecided = useRef(false);
  const decisions = decisionsFor(review);
  // A dialog in which somebody writes stays, whatever happened to the entry meanwhile.
  if (decisions.length === 0 && !isOpen) return null;
  if (isUnsaved) {
    return <Typography textColor="neutral600">Save your changes first to answer.</Typography>;
  }
  const turn = (open: boolean) => {
    // What is on its way is waited for: a refusal must find somebody to read it.
    if (isLoading) return;
    if (open) reset();
    isDecided.current = false;
    setIsOpen(open);
  };
  const send = async (decision: Decision, { done }: DecisionWords) => {
    known.current = review.history.length;
    const answer = await decide({ entry, decision });
    if ('error' in answer) {
      // Whatever stood in the way is to be seen at once: in the dialog, and beside the form.
      void refetch();
      return;
    }
    toggleNotification({ type: 'success', message: done });
    isDecided.current = true;
    setIsOpen(false);
  };
  // Why it was refused is told when it is known what happened.
  const isAskedAnew = isTooLate(error) && isFetching;
  const missed = review.history.slice(known.current);
  const isWaiting = review.state === 'submitted' || review.removalRequestedAt !== null;
  return (
    <Modal.Root open={isOpen} onOpenChange={turn}>
      <Modal.Trigger>
        <Button variant={isWaiting ? 'default' : 'tertiary'} width="100%">
          {isWaiting ? 'Answer the member' : 'Decide'}
        </Button>
      </Modal.Trigger>
      {isOpen && (
        <Modal.Content
          onOpenAutoFocus={focusFirstDecision}
          onCloseAutoFocus={(event) => {
            // The button that opened it is there no more when nothing is left to decide.
            const isOver = isDecided.current || decisions.length === 0;
            if (!isOver || !wayOn.current) return;
            event.preventDefault();
            wayOn.current.focus();
          }}
        >
          <Modal.Header>
            <Modal.Title>Answer the member</Modal.Title>
          </Modal.Header>
          <AnswerForm
            review={review}
            decisions={decisions}
            isSending={isLoading || isAskedAnew}
            refusal={error && !isAskedAnew ? inWords(error, missed) : null}
            onSend={send}
          />
        </Modal.Content>
      )}
    </Modal.Root>
  );
}

const inWords = (error: unknown, missed: Review['history']): string =>
  isTooLate(error) ? lateInWords(missed, new Date()) : refusalOf(error);

/** Not the button that closes it, which is the first in order. */
function focusFirstDecision(event: Event): void {
  const { target } = event;
  const first = target instanceof HTMLElement && target.querySelector('[role="radio"]');
  if (!(first instanceof HTMLElement)) return;
  event.preventDefault();
  first.focus();
}
