/*
 * In another language than English only what is translated can be edited: relations are kept in
 * English (content model, rule 3), and every other value is taken from the English row.
 */

export interface EditField {
  name: string;
  type: string;
  attribute?: unknown;
}

type Rows<Field> = Field[][];

interface EditLayout<Field> {
  layout: Rows<Field>[];
  components: Record<string, { layout: Rows<Field> }>;
  options: object;
}

export interface EditView<Field> {
  layout: EditLayout<Field>;
  query?: { plugins?: { i18n?: { locale?: string } } };
}

export function showTranslatedFieldsOnly<Field extends EditField>(
  view: EditView<Field>,
): EditView<Field> {
  const locale = view.query?.plugins?.i18n?.locale ?? 'en';
  if (locale === 'en' || !isLocalized(view.layout.options)) return view;
  const components = Object.entries(view.layout.components).map(([uid, component]) => {
    const layout = keep(component.layout, (field) => field.type !== 'relation');
    return [uid, { ...component, layout }] as const;
  });
  return {
    ...view,
    layout: {
      ...view.layout,
      layout: view.layout.layout.map((panel) =>
        keep(panel, (field) => field.type !== 'relation' && isTranslated(field.attribute)),
      ),
      components: Object.fromEntries(components),
    },
  };
}

function keep<Field>(rows: Rows<Field>, isKept: (field: Field) => boolean): Rows<Field> {
  return rows.map((row) => row.filter(isKept)).filter((row) => row.length > 0);
}

const isTranslated = (attribute: unknown): boolean =>
  hasKey(attribute, 'pluginOptions') && isLocalized(attribute.pluginOptions);

const isLocalized = (options: unknown): boolean =>
  hasKey(options, 'i18n') && hasKey(options.i18n, 'localized') && options.i18n.localized === true;

function hasKey<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
