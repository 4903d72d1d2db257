import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import lists from '../../contract/lists.json';
import { refuse, type Issue } from './issues';
import type { Models } from './models';
import { visitValues } from './values';
import type { Rule } from './write';

const CHOICES = 'global::choices';
const LISTS = new Map<string, string[]>(Object.entries(lists));

/** "Several of a list", which Strapi does not have: stored as JSON, checked by `checkChoices`. */
export function registerChoicesField(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: 'choices', type: 'json' });
}

/** What is wrong with a value of a choices field, or undefined. */
function findChoiceProblem(value: unknown, listName: string): string | undefined {
  const list = LISTS.get(listName);
  if (!list) return `There is no list "${listName}" in contract/lists.json; correct the schema.`;
  const { data: values } = z.array(z.unknown()).safeParse(value);
  if (!values) return `This must be a list of values of "${listName}".`;
  const unknown = values.filter((item) => typeof item !== 'string' || !list.includes(item));
  if (unknown.length > 0) {
    const shown = unknown.map((item) => JSON.stringify(item)).join(', ');
    return `Not in the list "${listName}": ${shown}. Choose from: ${list.join(', ')}.`;
  }
  return new Set(values).size === values.length
    ? undefined
    : 'A value is chosen twice; once is enough.';
}

/** Values of choices fields are distinct values of the list that the schema names. */
export function checkChoices(models: Models): Rule {
  return ({ model, data }) => {
    const issues: Issue[] = [];
    visitValues(models, model, data, (attribute, value, path) => {
      if (attribute.customField !== CHOICES) return;
      const message = findChoiceProblem(value, attribute.options?.list ?? '');
      if (message) issues.push({ path, message });
    });
    refuse(issues);
    return undefined;
  };
}
