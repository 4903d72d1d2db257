/** A label and, unless the label says it all, a hint in plain words. */
export type FieldText = readonly [label: string, hint?: string];

/** How editors see one content type or component. */
export interface EditingModel {
  uid: string;
  /** The field that names an entry in lists and in relations. */
  mainField: string;
  /** Columns of the list of entries. */
  columns?: readonly string[];
  /** The form, row by row; the fields of a row share its width. */
  rows: readonly (readonly string[])[];
  texts: Readonly<Record<string, FieldText>>;
  /** Kept by the system and shown nowhere in the form. */
  hidden?: readonly string[];
  /** Shown, but not for editing. */
  readOnly?: readonly string[];
}
