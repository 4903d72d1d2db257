import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { LIST_LABELS } from '../list-labels';
import { EntryLink } from '../publishing/entry-link';
import { timeInWords } from '../spoken-time';
import type { Queue, QueueItem } from './moderation-api';
import { itemWaitInWords, typeInWords, wishInWords } from './queue-words';

const COLUMNS = ['What', 'Kind', 'From', 'Where', 'Language', 'Waiting'];

/** What waits, the longest wait first. */
export function QueueTable({ queue: { data, meta }, now }: { queue: Queue; now: Date }) {
  if (data.length === 0) return <Typography>Nothing waits here.</Typography>;
  return (
    <Table colCount={COLUMNS.length} rowCount={data.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma" textColor="neutral600">
                {column}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {data.map((item) => (
          <Row
            key={item.kind + item.documentId}
            item={item}
            promisedDays={meta.promisedDays}
            now={now}
          />
        ))}
      </Tbody>
    </Table>
  );
}

interface RowProps {
  item: QueueItem;
  promisedDays: number;
  now: Date;
}

function Row({ item, promisedDays, now }: RowProps) {
  const words = [
    `${typeInWords(item.type)}. ${wishInWords(item)}.`,
    item.owner ?? 'A member without a name',
    item.countries.map((code) => LIST_LABELS[code] ?? code).join(', '),
    item.language === null ? '' : (LIST_LABELS[item.language] ?? item.language),
  ];
  return (
    <Tr>
      <Td>
        <EntryLink type={item.type} documentId={item.documentId}>
          {item.title}
        </EntryLink>
      </Td>
      {words.map((text, index) => (
        <Td key={COLUMNS[index + 1]}>
          <Typography>{text}</Typography>
        </Td>
      ))}
      <Td>
        <Typography tag="p">{timeInWords(item.since, now)}</Typography>
        <Typography tag="p" textColor={item.isOverdue ? 'danger600' : 'neutral600'}>
          {itemWaitInWords(item, promisedDays)}
        </Typography>
      </Td>
    </Tr>
  );
}
