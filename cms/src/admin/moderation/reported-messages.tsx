import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { refusalOf } from '../editing-api';
import { timeInWords } from '../spoken-time';
import { useReportsQuery, useSettleReportMutation, type Report } from './moderation-api';

/** Exchanges between members that one of them reported; nothing is shown while there is none. */
export function ReportedMessages({ now }: { now: Date }) {
  const { data = [] } = useReportsQuery(undefined, { refetchOnMountOrArgChange: true });
  if (data.length === 0) return null;
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4}>
      <Typography tag="h2" variant="beta">
        Reported messages
      </Typography>
      {data.map((report) => (
        <ReportCard key={report.documentId} report={report} now={now} />
      ))}
    </Flex>
  );
}

function ReportCard({ report, now }: { report: Report; now: Date }) {
  const [settle, { isLoading }] = useSettleReportMutation();
  const { toggleNotification } = useNotification();
  const send = async (reopen: boolean) => {
    const sent = await settle({ id: report.documentId, reopen });
    toggleNotification(
      'error' in sent
        ? { type: 'danger', message: refusalOf(sent.error) }
        : { type: 'success', message: reopen ? 'They may write again.' : 'It stays closed.' },
    );
  };
  const nameOf = (side: 'writer' | 'author') => report[side] ?? 'A member without a name';
  const reporter = report.reportedBy ? nameOf(report.reportedBy) : 'A member';
  return (
    <Box padding={4} background="neutral0" shadow="tableShadow" hasRadius>
      <Typography tag="h3" fontWeight="bold">
        About “{report.practiceTitle ?? report.practice}”
      </Typography>
      <Typography tag="p" textColor="neutral600">
        {reporter} reported it {timeInWords(report.reportedAt, now)}. Nobody can add to it now.
      </Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
        {report.messages.map(({ from, text, at }) => (
          <li key={at + text}>
            <Typography tag="p" fontWeight="bold">
              {nameOf(from)}, {timeInWords(at, now)}
            </Typography>
            <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
          </li>
        ))}
      </Flex>
      <Flex gap={2} paddingTop={4} wrap="wrap">
        <Button size="S" loading={isLoading} onClick={() => void send(false)}>
          Leave it closed
        </Button>
        <Button size="S" variant="tertiary" disabled={isLoading} onClick={() => void send(true)}>
          Let them write again
        </Button>
      </Flex>
    </Box>
  );
}
