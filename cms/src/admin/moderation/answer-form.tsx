import { Button, Field, Flex, Modal, Radio, Textarea, Typography } from '@strapi/design-system';
import { useEffect, useId, useRef, useState } from 'react';
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
  const [chosen, setChosen] = useState<DecisionWords>();
  const [message, setMessage] = useState('');
  const [findings, setFindings] = useFindings(review);
  const [problem, setProblem] = useState<'decision' | 'message'>();
  const group = useId();
  const textarea = useRef<HTMLTextAreaElement>(null);
  const refused = useRef<HTMLSpanElement>(null);
  // The button that was pressed cannot hold the focus while it waits.
  useEffect(() => refused.current?.focus(), [refusal]);

  const choose = (action: string) => {
    setChosen(decisions.find((decision) => decision.action === action));
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
          <Flex direction="column" alignItems="stretch" gap={2}>
            <Typography id={group} variant="pi" fontWeight="bold">
              What do you decide?
            </Typography>
            <Radio.Group
              aria-labelledby={group}
              value={chosen?.action ?? ''}
              onValueChange={choose}
            >
              {decisions.map(({ action, label, meaning }) => (
                <Radio.Item key={action} value={action}>
                  {label}: <span>{meaning}</span>
                </Radio.Item>
              ))}
            </Radio.Group>
            {problem === 'decision' && (
              <Typography role="alert" variant="pi" textColor="danger600">
                Choose one of these.
              </Typography>
            )}
          </Flex>
          {chosen && (
            <Field.Root
              name="message"
              hint={`Mailed to the member with the decision. At most ${MESSAGE_LENGTH} characters.`}
              required={chosen.needsMessage ?? false}
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
          <Button variant="tertiary">Cancel</Button>
        </Modal.Close>
        <Button loading={isSending} onClick={send}>
          {chosen ? chosen.label : 'Decide'}
        </Button>
      </Modal.Footer>
    </>
  );
}
