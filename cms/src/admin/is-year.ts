/** The bounds that every attribute holding a year has, and no other. */
const EARLIEST = 1000;
const LATEST = 2100;

export function isYear(attribute: unknown): boolean {
  return (
    typeof attribute === 'object' &&
    attribute !== null &&
    'min' in attribute &&
    'max' in attribute &&
    attribute.min === EARLIEST &&
    attribute.max === LATEST
  );
}
