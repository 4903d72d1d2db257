import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { DecisionChoice } from './decision-choice';
import type { DecisionWords } from './decisions';
import { FindingsFields, readFindings, useFindings } from './findings-fields';
import type { Decision, Review } from './moderation-api';
import { PhrasePicker } from './phrase-picker';

const MESSAGE_LENGTH = 4000;

interface AnswerFormProps {
  review: Review;
  decisions: readonly DecisionWords[];
  isSending: boolean;
  /** Why the server did not take it. */
  refusal: string | null;
  onSend: (decision: Decision, words: DecisionWords) => Promise<void>;
}

/** The decision, the words that go with it, and what the review found. */
export function AnswerForm({ review, decisions, isSending, refusal, onSend }: AnswerFormProps) {
  const [action, setAction] = useState('');
  const [message, setMessage] = useState('');
  const [findings, setFindings] = useFindings(review);
  const [problem, setProblem] = useState<'decision' | 'message'>();
  const textarea = useRef<HTMLTextAreaElement>(null);
  const refused = useRef<HTMLSpanElement>(null);
  // What was chosen may be possible no more when somebody else was quicker.
  const chosen = decisions.find((decision) => decision.action === action);
  const isOver = decisions.length === 0;
  // The button that was pressed cannot hold the focus while it waits.
  useEffect(() => refused.current?.focus(), [refusal]);

  const choose = (chosenAction: string) => {
    setAction(chosenAction);
    setProblem(undefined);
  };
  const send = () => {
    const missing = !chosen
      ? 'decision'
      : chosen.needsMessage && message.trim() === ''
        ? 'message'
        : undefined;
    setProblem(missing);
    if (missing === 'message') textarea.current?.focus();
    if (!chosen || missing) return;
    const found = chosen.hasFindings ? readFindings(findings) : {};
    const words = message.trim() === '' ? {} : { message };
    void onSend({ path: chosen.path, version: review.version, ...words, ...found }, chosen);
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <DecisionChoice
            decisions={decisions}
            chosen={chosen}
            isMissing={problem === 'decision'}
            onChoose={choose}
          />
          {(chosen ?? message !== '') && (
            <Field.Root
              name="message"
              hint={`Mailed to the member with the decision. At most ${MESSAGE_LENGTH} characters.`}
              required={chosen?.needsMessage ?? false}
              {...(problem === 'message' ? { error: 'Tell the member why.' } : {})}
            >
              <Field.Label>Your message to the member</Field.Label>
              <Textarea
                ref={textarea}
                value={message}
                maxLength={MESSAGE_LENGTH}
                onChange={({ target }: { target: { value: string } }) => setMessage(target.value)}
              />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
          )}
          {chosen && (
            <PhrasePicker
              action={chosen.action}
              language={review.language}
              onPick={(phrase) =>
                setMessage((said) => (said === '' ? phrase : `${said}\n${phrase}`))
              }
            />
          )}
          {chosen?.hasFindings && <FindingsFields findings={findings} onChange={setFindings} />}
          {refusal !== null && (
            <Typography ref={refused} tabIndex={-1} role="alert" textColor="danger600">
              {refusal}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{isOver ? 'Close' : 'Cancel'}</Button>
        </Modal.Close>
        {!isOver && (
          <Button loading={isSending} onClick={send}>
            {chosen ? chosen.label : 'Decide'}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
}
