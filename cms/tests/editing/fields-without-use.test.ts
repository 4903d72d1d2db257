import { expect, test } from 'vitest';
import { hideFieldsWithoutUse } from '../../src/admin/fields-without-use';

const field = (name: string) => ({ name, type: 'string' });
const name = field('name');
const translation = field('translation');
const ref = field('ref');
const slug = field('slug');
const reviewState = field('reviewState');

const view = (locale?: string) => ({
  layout: {
    layout: [
      [[name], [translation]],
      [[ref, slug], [reviewState]],
    ],
    components: {},
    options: {},
  },
  query: locale ? { plugins: { i18n: { locale } } } : {},
});

const shown = (locale: string | undefined, pathname: string) =>
  hideFieldsWithoutUse(view(locale), pathname).layout.layout;

test('English has no translator', () => {
  expect(shown('en', '/x/abc')).toEqual([[[name]], [[ref, slug], [reviewState]]]);
  expect(shown(undefined, '/x/abc')).toEqual([[[name]], [[ref, slug], [reviewState]]]);
});

test('another language shows its translator', () => {
  expect(shown('el', '/x/abc')).toEqual(view('el').layout.layout);
});

test('an entry that was never saved has neither ref nor review to show', () => {
  expect(shown('el', '/x/create')).toEqual([[[name], [translation]], [[slug]]]);
});
