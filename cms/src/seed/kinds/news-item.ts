import { z } from 'zod';
import { markdown } from '../blocks';
import { defineKind } from '../kind';
import { common, commonFields, day, optionalText, text } from '../shapes';
import { target } from '../target';

export const newsItemKind = defineKind({
  file: 'news',
  letter: 'W',
  uid: 'api::news-item.news-item',
  record: z.strictObject({
    ...common,
    title: text,
    date: day,
    dateText: optionalText,
    summary: text,
    body: markdown,
    cities: z.array(target('C')),
    project: target('J').nullable(),
  }),
  toFields: (record) => ({ ...record, ...commonFields(record) }),
  translation: z.strictObject({ title: text, summary: text }),
});
