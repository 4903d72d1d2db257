interface OptionsOfOneForm {
  maxFiles: number;
  /** How many files were kept of this form so far. */
  kept?: number;
}

/**
 * Whether a file of a form is written down at all. Formidable asks with the options of that one form
 * as `this`, and does not hold it to its own `maxFiles`: without that, one request could leave as
 * many files as it has parts. A file named `__proto__` would be hidden from whoever takes them away.
 */
export function keepPart(this: OptionsOfOneForm, { name }: { name?: string | null }): boolean {
  this.kept = (this.kept ?? 0) + 1;
  return this.kept <= this.maxFiles && name !== '__proto__';
}
