import { Box, Flex, Link, Status, Typography } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import { sentenceOf, type OpenEntry } from '../editing-api';
import { openEntry, type PanelProps } from '../open-entry';
import { useAttention } from '../use-attention';
import { entryInWords, isOnItsWay, plansInWords, troubleInWords } from './entry-words';
import { useEntryStateKnown, useEntryStateQuery } from './publishing-api';

const SOON_MS = 1_000;
const CALM_MS = 30_000;

/** Beside every entry that the site can show: whether it does. */
export function OnTheSitePanel(props: PanelProps) {
  const entry = openEntry(props);
  if (!entry) return null;
  const plans = plansInWords(props.document ?? {}, new Date());
  return { title: 'On the site', content: <EntryStanding entry={entry} plans={plans} /> };
}

interface EntryStandingProps {
  entry: OpenEntry;
  plans: readonly string[];
}

function EntryStanding({ entry, plans }: EntryStandingProps) {
  const isWatched = useAttention();
  const known = useEntryStateKnown(entry);
  const pause = known.data && isOnItsWay(known.data) ? SOON_MS : CALM_MS;
  const { currentData, error } = useEntryStateQuery(entry, {
    pollingInterval: isWatched ? pause : 0,
    refetchOnMountOrArgChange: true,
  });
  const now = new Date();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {error && (
        <Typography role="alert" textColor="danger600">
          {sentenceOf(error)}
        </Typography>
      )}
      {!currentData && !error && <Typography textColor="neutral600">Asking …</Typography>}
      {currentData && (
        <Flex direction="column" alignItems="stretch" gap={2} aria-live="polite">
          {entryInWords(currentData, now).map(({ tone, text }) => (
            <Status key={text} variant={tone} size="S" width="100%">
              <Typography fontWeight="bold" textColor="neutral800">
                {text}
              </Typography>
            </Status>
          ))}
          {troubleInWords(currentData, now).map((text) => (
            <Box key={text} padding={3} background="danger100" borderColor="danger200" hasRadius>
              <Typography style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {text}
              </Typography>
            </Box>
          ))}
        </Flex>
      )}
      {currentData?.page && !currentData.fault && (
        <Link href={currentData.page} isExternal>
          See it on the site
        </Link>
      )}
      {plans.map((plan) => (
        <Flex key={plan} gap={2}>
          <Clock aria-hidden fill="neutral600" />
          <Typography>{plan}</Typography>
        </Flex>
      ))}
    </Flex>
  );
}
