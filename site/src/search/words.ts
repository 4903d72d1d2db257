/** Texts that a page hands to its script, as JSON in an attribute. */
export function readWords(json: string | undefined): Readonly<Record<string, string>> {
  const read: unknown = JSON.parse(json ?? '{}');
  if (typeof read !== 'object' || read === null) return {};
  return Object.fromEntries(
    Object.entries(read).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  );
}
