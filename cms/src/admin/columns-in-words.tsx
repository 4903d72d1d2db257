import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { wordsOfColumn, type Column } from './column-words';

interface Header extends Column {
  cellFormatter?: (row: object, ...rest: unknown[]) => ReactNode;
}

interface ListView {
  displayedHeaders: Header[];
}

/** Lists of entries show the words of the form instead of stored values, and years as years. */
export function showColumnsInWords<View extends ListView>(view: View): View {
  return { ...view, displayedHeaders: view.displayedHeaders.map(inWords) };
}

function inWords(header: Header): Header {
  const wordsOf = wordsOfColumn(header);
  if (!wordsOf) return header;
  return {
    ...header,
    cellFormatter: (row) => <Typography textColor="neutral800">{wordsOf(row)}</Typography>,
  };
}
