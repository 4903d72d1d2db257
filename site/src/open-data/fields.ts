/**
 * Kinds of fields of the public records. Each says in words what it holds: the data dictionary is
 * made of these words. `null` is always "not known"; an empty list is "none known".
 */
import { z } from 'zod';
import lists from '../../../cms/contract/lists.json' with { type: 'json' };
import { blocks, plainText } from '../cms/blocks.ts';

type ListName = keyof typeof lists;

export const refPattern = /^SEE-[A-Z]+-\d{3,}$/;

/** A text that every published record has. */
export const words = (description: string) => z.string().min(1).describe(description);
export const text = (description: string) => z.string().nullable().describe(description);
export const texts = (description: string) => z.array(z.string()).describe(description);
export const number = (description: string) => z.number().nullable().describe(description);
export const day = (description: string) => z.iso.date().nullable().describe(description);
export const flag = (description: string) => z.boolean().describe(description);
/** Yes, no or not known. */
export const maybe = (description: string) => z.boolean().nullable().describe(description);
export const address = (description: string) => z.url().nullable().describe(description);

/** One value of a controlled list. */
export const choice = (list: ListName, description: string) =>
  z.enum(lists[list]).nullable().describe(description);
/** One value of a controlled list that every published record has. */
export const chosen = (list: ListName, description: string) =>
  z.enum(lists[list]).describe(description);
/** Several values of a controlled list. */
export const choices = (list: ListName, description: string) =>
  z.array(z.enum(lists[list])).describe(description);

/** One component. */
export const part = (description: string, shape: z.ZodRawShape) =>
  z.object(shape).nullable().describe(description);
/** A list of components, in the editors' order. */
export const parts = (description: string, shape: z.ZodRawShape) =>
  z.array(z.object(shape)).describe(description);

/** A formatted body, given out as its words. */
export const body = (description: string) =>
  blocks
    .transform((nodes) => plainText(nodes) || null)
    .pipe(z.string().nullable())
    .describe(description);
