// Content that was kept from an earlier run has the marks of that one.
let count = Math.floor(Date.now() / 1000) % 10_000_000;

/** A word that nothing else has, so that it shows whether a page or the search has an edit. */
export function newMark(): string {
  count += 1;
  const letters = String(count).replace(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '');
  return `zwixo${letters}vu`;
}
