interface Header {
  cellFormatter?: (row: object, ...rest: unknown[]) => unknown;
}

interface ListView {
  displayedHeaders: Header[];
}

/**
 * Columns added by plugins spread the whole entry into their component; React would take our
 * field `ref` for its own prop of that name and refuse to draw the list.
 */
export function hideRefFromColumns<View extends ListView>(view: View): View {
  return { ...view, displayedHeaders: view.displayedHeaders.map(hideRef) };
}

function hideRef(header: Header): Header {
  const { cellFormatter } = header;
  if (!cellFormatter) return header;
  return {
    ...header,
    cellFormatter: (row, ...rest) => cellFormatter({ ...row, ref: undefined }, ...rest),
  };
}
