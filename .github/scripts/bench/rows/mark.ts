let count = 0;

/** A word that nothing else has, so that it shows whether a page or the search has an edit. */
export function newMark(): string {
  count += 1;
  const letters = String(count).replace(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '');
  return `zwixo${letters}vu`;
}
