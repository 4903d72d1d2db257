import { expect, test } from 'vitest';
import { showTranslatedFieldsOnly } from '../../src/admin/translated-fields-only';

const attribute = (localized: boolean) => ({ pluginOptions: { i18n: { localized } } });
const name = { name: 'name', type: 'string', attribute: attribute(true) };
const kind = { name: 'kind', type: 'enumeration', attribute: attribute(false) };
const challenges = { name: 'challenges', type: 'relation', attribute: { type: 'relation' } };
const methodology = { name: 'methodology', type: 'relation' };
const title = { name: 'title', type: 'string' };

const view = (locale: string, localized = true) => ({
  layout: {
    layout: [[[name, kind], [challenges]]],
    components: { 'strategy.process-step': { layout: [[title, methodology]] } },
    options: { i18n: { localized } },
  },
  query: { plugins: { i18n: { locale } } },
});

test('English shows every field', () => {
  expect(showTranslatedFieldsOnly(view('en'))).toEqual(view('en'));
});

test('another language shows what is translated, and no relation', () => {
  const { layout } = showTranslatedFieldsOnly(view('el'));
  expect(layout.layout).toEqual([[[name]]]);
  expect(layout.components['strategy.process-step']?.layout).toEqual([[title]]);
});

test('a type without languages is left as it is', () => {
  expect(showTranslatedFieldsOnly(view('el', false))).toEqual(view('el', false));
});
