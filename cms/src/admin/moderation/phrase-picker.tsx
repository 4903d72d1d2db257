import { Button, Flex, Typography } from '@strapi/design-system';
import { LIST_LABELS } from '../list-labels';
import { phraseLanguage, READY_PHRASES } from './ready-phrases';

interface PhrasePickerProps {
  action: string;
  /** Of the member. */
  language: string | null;
  onPick: (phrase: string) => void;
}

/** Sentences that go with the decision; each is shown in English and given in the member's language. */
export function PhrasePicker({ action, language, onPick }: PhrasePickerProps) {
  const phrases = READY_PHRASES.filter((phrase) => phrase.for.includes(action));
  if (phrases.length === 0) return null;
  const written = phraseLanguage(language);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" fontWeight="bold">
        Ready phrases, added in {LIST_LABELS[written]}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {phrases.map((phrase) => (
          <li key={phrase.en}>
            <Button
              variant="tertiary"
              style={{
                height: 'auto',
                padding: '0.8rem 1.2rem',
                textAlign: 'start',
                whiteSpace: 'normal',
              }}
              onClick={() => onPick(phrase[written])}
            >
              {phrase.en}
            </Button>
          </li>
        ))}
      </Flex>
    </Flex>
  );
}
