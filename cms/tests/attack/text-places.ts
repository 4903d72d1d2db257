import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { FORMS, type GivenField } from '../../src/members/given-forms.js';
import type { ReviewedUid } from '../../src/moderation/reviewed-types.js';

const modelSchema = z.object({
  attributes: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      component: z.string().optional(),
      repeatable: z.boolean().default(false),
    }),
  ),
});

/** A text that members write, by its path in what they send. */
export type Place = (string | number)[];

function placesIn(strapi: Core.Strapi, owner: string, fields: GivenField[], at: Place): Place[] {
  const models: Record<string, unknown> = { ...strapi.contentTypes, ...strapi.components };
  const { attributes } = modelSchema.parse(models[owner]);
  return fields.flatMap((field): Place[] => {
    const attribute = attributes[field.name];
    const here = [...at, field.name];
    if (attribute?.type === 'string' || attribute?.type === 'text') return [here];
    // A file and the words on it are sent to a route of their own.
    if (!attribute?.component || field.fields.some(({ name }) => name === 'file')) return [];
    const inner = attribute.repeatable ? [...here, 0] : here;
    return placesIn(strapi, attribute.component, field.fields, inner);
  });
}

/** Every text of a form, in the parts of it too: a new one is found by itself. */
export function textPlaces(strapi: Core.Strapi, uid: ReviewedUid): Place[] {
  const fields = FORMS[uid].sections.flatMap((section) => section.fields);
  return placesIn(strapi, uid, fields, []);
}

type Tree = Record<string, unknown>;
const treeSchema = z.record(z.string(), z.unknown());

/** What a member sends to write one text in all these places. */
export function dataWith(places: Place[], text: string): Tree {
  const data: Tree = {};
  for (const place of places) {
    const [name = '', ...rest] = place.filter((part) => typeof part === 'string');
    const isList = place[1] === 0;
    if (rest.length === 0) data[name] = text;
    else {
      const before = z
        .union([z.array(treeSchema), treeSchema])
        .catch({})
        .parse(data[name]);
      const inner = { ...[before].flat()[0], ...dataWith([rest], text) };
      data[name] = isList ? [inner] : inner;
    }
  }
  return data;
}
