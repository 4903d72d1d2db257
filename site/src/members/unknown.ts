/** Reads what came from outside, from the network or the browser's store, without trusting it. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** The path of a field as the CMS gives it: `processSteps.1.title`. */
export function pathOf(value: unknown): string {
  if (!Array.isArray(value)) return textOf(value);
  return value.map((part: unknown) => String(numberOf(part) ?? textOf(part))).join('.');
}

/** Parses JSON; undefined for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
