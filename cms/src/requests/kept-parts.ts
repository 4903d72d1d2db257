/** Files that one form may bring. */
export const MOST_FILES = 5;

interface OptionsOfOneForm {
  /** How many files were kept of this form so far. */
  kept?: number;
}

/**
 * Whether a file of a form is written down at all. Formidable asks with the options of that one form
 * as `this`, and does not hold it to its own `maxFiles`: without that, one request could leave as
 * many files as it has parts. One more than may come is kept, and refuses the form as a whole. A file
 * named `__proto__` would be hidden from whoever takes them away.
 */
export function keepPart(this: OptionsOfOneForm, { name }: { name?: string | null }): boolean {
  this.kept = (this.kept ?? 0) + 1;
  return this.kept <= MOST_FILES + 1 && name !== '__proto__';
}
