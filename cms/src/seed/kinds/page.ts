import { z } from 'zod';
import { markdown } from '../blocks';
import { defineKind } from '../kind';
import { common, commonFields, text } from '../shapes';
import { oneOf } from '../vocabulary';

/** The site asks for a page by its key; the files name pages by their old addresses. */
const KEYS: Readonly<Record<string, string>> = {
  'the-platform': 'about',
  'contribution-criteria': 'contribute',
  'editorial-guidelines': 'guidelines',
  'accessibility-statement': 'accessibility',
  'privacy-notice': 'privacy',
  'open-data-and-licences': 'open-data',
};

export const pageKind = defineKind({
  file: 'pages',
  letter: 'X',
  uid: 'api::page.page',
  record: z.strictObject({
    ...common,
    title: text,
    language: z.literal('en', 'must be en; other languages stand in seed/translations.'),
    summary: text,
    reviewState: oneOf('textState'),
    body: markdown,
  }),
  toFields: (record) => {
    const { slug, ...fields } = commonFields(record);
    return {
      ...fields,
      key: KEYS[slug] ?? slug,
      title: record.title,
      lead: record.summary,
      body: record.body,
      textState: record.reviewState,
    };
  },
  translation: z.strictObject({ title: text, lead: text }),
  drops: [{ field: 'language', reason: 'the English row is the record', concerns: () => true }],
});
