import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { sentenceOf } from '../editing-api';
import { useDifferencesQuery, type Difference } from './revisions-api';

interface WhatChangedProps {
  pair: Parameters<typeof useDifferencesQuery>[0];
}

/** The fields that two versions say differently, both in words. */
export function WhatChanged({ pair }: WhatChangedProps) {
  const { currentData, error } = useDifferencesQuery(pair);
  if (error) {
    return (
      <Typography role="alert" textColor="danger600">
        {sentenceOf(error)}
      </Typography>
    );
  }
  if (!currentData) return <Typography>Comparing …</Typography>;
  if (currentData.length === 0) {
    return <Typography>This version says the same as the entry does now.</Typography>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {currentData.map((difference) => (
        <Field key={difference.path} difference={difference} />
      ))}
    </Flex>
  );
}

function Field({ difference: { label, before, after } }: { difference: Difference }) {
  return (
    <section aria-label={label}>
      <Typography tag="h3" fontWeight="bold">
        {label}
      </Typography>
      <Grid.Root gap={4}>
        <Side name="Then" text={before} background="neutral100" />
        <Side name="Now" text={after} background="neutral0" />
      </Grid.Root>
    </section>
  );
}

interface SideProps {
  name: string;
  text: string;
  background: 'neutral0' | 'neutral100';
}

function Side({ name, text, background }: SideProps) {
  return (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
      <Typography variant="sigma" textColor="neutral600">
        {name}
      </Typography>
      <Box padding={3} background={background} borderColor="neutral200" hasRadius flex="1">
        <Typography style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text || <em>empty</em>}
        </Typography>
      </Box>
    </Grid.Item>
  );
}
