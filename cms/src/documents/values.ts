import { z } from 'zod';
import type { Attribute, Model, Models } from './models';

export type Path = (string | number)[];

const recordSchema = z.record(z.string(), z.unknown());

/** The value as a record, or undefined when it is something else. */
export function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? recordSchema.parse(value)
    : undefined;
}

type Visitor = (attribute: Attribute, value: unknown, path: Path) => void;

/** Visits every value that is given for an attribute of the model, inside components at any depth. */
export function visitValues(
  models: Models,
  model: Model,
  data: Record<string, unknown>,
  visit: Visitor,
  path: Path = [],
): void {
  for (const [name, attribute] of Object.entries(model.attributes)) {
    const value = data[name];
    if (value === undefined || value === null) continue;
    if (!attribute.component) {
      visit(attribute, value, [...path, name]);
      continue;
    }
    const component = models(attribute.component);
    const items: [unknown, Path][] = Array.isArray(value)
      ? value.map((item, index) => [item, [...path, name, index]])
      : [[value, [...path, name]]];
    for (const [item, itemPath] of items) {
      const record = asRecord(item);
      if (record) visitValues(models, component, record, visit, itemPath);
    }
  }
}
