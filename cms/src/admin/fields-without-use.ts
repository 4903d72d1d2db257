import type { EditField, EditView } from './translated-fields-only';

/** Says who translated a text; English is what translations are made from. */
const ONLY_OF_TRANSLATIONS = 'translation';

/** Given by the system when an entry is saved first: Strapi would say that one may not see them. */
const ONLY_OF_SAVED = ['ref', 'reviewState'];

/** Leaves out the fields that an entry in this state cannot have. */
export function hideFieldsWithoutUse<Field extends EditField>(
  view: EditView<Field>,
  pathname: string,
): EditView<Field> {
  const locale = view.query?.plugins?.i18n?.locale ?? 'en';
  const without = new Set([
    ...(locale === 'en' ? [ONLY_OF_TRANSLATIONS] : []),
    ...(pathname.endsWith('/create') ? ONLY_OF_SAVED : []),
  ]);
  const panels = view.layout.layout.map((rows) =>
    rows.map((row) => row.filter(({ name }) => !without.has(name))).filter((row) => row.length > 0),
  );
  return { ...view, layout: { ...view.layout, layout: panels } };
}
