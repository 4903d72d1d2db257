import { Flex, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { DecisionWords } from './decisions';

interface DecisionChoiceProps {
  decisions: readonly DecisionWords[];
  chosen: DecisionWords | undefined;
  isMissing: boolean;
  onChoose: (action: string) => void;
}

/** What can be decided, each with what it means. */
export function DecisionChoice({ decisions, chosen, isMissing, onChoose }: DecisionChoiceProps) {
  const group = useId();
  if (decisions.length === 0) {
    return <Typography>There is nothing to decide here any more.</Typography>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography id={group} variant="pi" fontWeight="bold">
        What do you decide?
      </Typography>
      <Radio.Group aria-labelledby={group} value={chosen?.action ?? ''} onValueChange={onChoose}>
        {decisions.map(({ action, label, meaning }) => (
          <Radio.Item key={action} value={action}>
            {label}: <span>{meaning}</span>
          </Radio.Item>
        ))}
      </Radio.Group>
      {isMissing && (
        <Typography role="alert" variant="pi" textColor="danger600">
          Choose one of these.
        </Typography>
      )}
    </Flex>
  );
}
