/**
 * Names of the fields in which the index keeps what is shown of an entry: `title.el`, `line.el`.
 * Written by the index, read by the page.
 */
export const titleField = (language: string): string => `title.${language}`;
export const lineField = (language: string): string => `line.${language}`;

/** The languages in which an entry can be shown, in the order of the index. */
export function shownLanguages(fields: Readonly<Record<string, string>>): string[] {
  const start = titleField('');
  return Object.keys(fields).flatMap((name) =>
    name.startsWith(start) ? [name.slice(start.length)] : [],
  );
}
