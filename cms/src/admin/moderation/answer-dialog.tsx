import { useForm, useNotification } from '@strapi/strapi/admin';
import { Button, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { sentenceOf, type OpenEntry } from '../editing-api';
import { AnswerForm } from './answer-form';
import { decisionsFor, type DecisionWords } from './decisions';
import { useDecideMutation, type Decision, type Review } from './moderation-api';

interface AnswerButtonProps {
  entry: OpenEntry;
  review: Review;
}

/** Opens the one dialog in which everything about an entry is decided. */
export function AnswerButton({ entry, review }: AnswerButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isUnsaved = useForm('AnswerButton', ({ modified }) => modified);
  const decisions = decisionsFor(review);
  // A dialog in which somebody writes stays, whatever happened to the entry meanwhile.
  if (decisions.length === 0 && !isOpen) return null;
  if (isUnsaved) {
    return <Typography textColor="neutral600">Save your changes first to answer.</Typography>;
  }
  const isWaiting = review.state === 'submitted' || review.removalRequestedAt !== null;
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button variant={isWaiting ? 'default' : 'tertiary'} width="100%">
          {isWaiting ? 'Answer the member' : 'Decide'}
        </Button>
      </Modal.Trigger>
      {isOpen && (
        <AnswerDialog
          entry={entry}
          review={review}
          decisions={decisions}
          onDone={() => setIsOpen(false)}
        />
      )}
    </Modal.Root>
  );
}

interface AnswerDialogProps extends AnswerButtonProps {
  decisions: readonly DecisionWords[];
  onDone: () => void;
}

function AnswerDialog({ entry, review, decisions, onDone }: AnswerDialogProps) {
  const [decide, { isLoading, error }] = useDecideMutation();
  const { toggleNotification } = useNotification();
  const send = async (decision: Decision, { done }: DecisionWords) => {
    const answer = await decide({ entry, decision });
    if ('error' in answer) return;
    toggleNotification({ type: 'success', message: done });
    onDone();
  };
  return (
    <Modal.Content>
      <Modal.Header>
        <Modal.Title>Answer the member</Modal.Title>
      </Modal.Header>
      <AnswerForm
        review={review}
        decisions={decisions}
        isSending={isLoading}
        refusal={error ? sentenceOf(error) : null}
        onSend={send}
      />
    </Modal.Content>
  );
}
