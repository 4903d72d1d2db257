import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { LIST_LABELS } from '../list-labels';
import { EntryLink } from '../publishing/entry-link';
import { timeInWords } from '../spoken-time';
import type { Queue, QueueFilters, QueueItem } from './moderation-api';
import { passFilters } from './queue-place';
import { typeInWords, wishInWords } from './queue-words';
import { waitInWords } from './review-words';

const COLUMNS = ['What', 'Kind', 'From', 'Where', 'Language', 'Waiting'];

interface QueueTableProps {
  queue: Queue;
  /** What it is narrowed to. */
  filters: QueueFilters;
  now: Date;
}

/** What waits, the longest wait first. */
export function QueueTable({ queue: { data, meta }, filters, now }: QueueTableProps) {
  if (data.length === 0) return <Typography>Nothing waits here.</Typography>;
  return (
    // Not the design system's table: its cells are reached by arrow keys, its links not by Tab.
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={4} overflow="auto">
      <table style={{ width: '100%' }}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Box key={column} tag="th" padding={3} style={{ textAlign: 'start' }}>
                <Typography variant="sigma" textColor="neutral600">
                  {column}
                </Typography>
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((item) => (
            <Row
              key={item.kind + item.documentId}
              item={item}
              filters={filters}
              promisedDays={meta.promisedDays}
              now={now}
            />
          ))}
        </tbody>
      </table>
    </Box>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return (
    <Box tag="td" padding={3} borderColor="neutral150" borderWidth="1px 0 0" borderStyle="solid">
      {children}
    </Box>
  );
}

interface RowProps {
  item: QueueItem;
  filters: QueueFilters;
  promisedDays: number;
  now: Date;
}

function Row({ item, filters, promisedDays, now }: RowProps) {
  const words = [
    `${typeInWords(item.type)}. ${wishInWords(item)}.`,
    item.owner ?? 'A member without a name',
    item.countries.map((code) => LIST_LABELS[code] ?? code).join(', '),
    item.language === null ? '' : (LIST_LABELS[item.language] ?? item.language),
  ];
  return (
    <tr>
      <Cell>
        <EntryLink type={item.type} documentId={item.documentId} state={passFilters(filters)}>
          {item.title}
        </EntryLink>
      </Cell>
      {words.map((text, index) => (
        <Cell key={COLUMNS[index + 1]}>
          <Typography>{text}</Typography>
        </Cell>
      ))}
      <Cell>
        <Typography tag="p">{timeInWords(item.since, now)}</Typography>
        <Typography tag="p" textColor={item.isOverdue ? 'danger600' : 'neutral600'}>
          {waitInWords(item.days, promisedDays)}
        </Typography>
      </Cell>
    </tr>
  );
}
