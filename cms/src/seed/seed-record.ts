import type { Kind } from './kind';
import type { Fields } from './target';

/** The other languages of the content, by the name of their file in `seed/translations`. */
export const TRANSLATION_FILES = { el: 'el', ro: 'ro', it: 'it', sr: 'sr-Latn' } as const;

export type OtherLocale = (typeof TRANSLATION_FILES)[keyof typeof TRANSLATION_FILES];

export interface SeedRecord {
  kind: Kind;
  /** Name of the file it stands in. */
  file: string;
  ref: string;
  fields: Fields;
  translations: ReadonlyMap<OtherLocale, Fields>;
}

export interface Seed {
  records: readonly SeedRecord[];
  /** What is worth knowing but no failure: dropped fields, missing translations. */
  notices: readonly string[];
}
