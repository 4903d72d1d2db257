import { Button, Flex, Typography } from '@strapi/design-system';
import { timeInWords } from '../spoken-time';
import { deedInWords, versionInWords } from './revision-words';
import type { Revision } from './revisions-api';

interface RevisionListProps {
  /** Latest first; the first is what the entry is now. */
  revisions: readonly Revision[];
  now: Date;
  onChoose: (revision: Revision) => void;
}

export function RevisionList({ revisions, now, onChoose }: RevisionListProps) {
  if (revisions.length < 2) {
    return (
      <Typography>
        There is no earlier version yet. Every save from now on leaves one, in each language.
      </Typography>
    );
  }
  return (
    <Flex tag="ol" direction="column" alignItems="stretch">
      {revisions.map((revision, index) => (
        <Flex
          tag="li"
          key={revision.id}
          justifyContent="space-between"
          gap={4}
          paddingTop={2}
          paddingRight={1}
          paddingBottom={2}
          borderColor="neutral150"
          borderWidth="0 0 1px"
          borderStyle="solid"
          minHeight="4.8rem"
        >
          <Flex gap={3} wrap="wrap">
            <Typography fontWeight="bold">{timeInWords(revision.at, now)}</Typography>
            <Typography textColor="neutral600">{deedInWords(revision)}</Typography>
          </Flex>
          {index === 0 ? (
            <Typography textColor="neutral600">As it is now</Typography>
          ) : (
            <Button
              size="S"
              variant="tertiary"
              aria-label={`Compare with now: ${versionInWords(revision, now)}`}
              onClick={() => onChoose(revision)}
            >
              Compare with now
            </Button>
          )}
        </Flex>
      ))}
    </Flex>
  );
}
