import { z } from 'zod';
import adaptationForm from '../../contract/adaptation-form.json';
import noticeForm from '../../contract/notice-form.json';
import practiceForm from '../../contract/practice-form.json';
import type { ReviewedUid } from '../moderation/reviewed-types';

const MOST_ITEMS = 20;

/** A field as a form of the contract states it. */
export interface GivenField {
  name: string;
  in?: 'short' | 'full' | undefined;
  required: boolean;
  max: number;
  fields: GivenField[];
}

const fieldSchema: z.ZodType<GivenField> = z.lazy(() =>
  z.strictObject({
    name: z.string(),
    in: z.enum(['short', 'full']).optional(),
    required: z.boolean().default(false),
    max: z.int().default(MOST_ITEMS),
    fields: z.array(fieldSchema).default([]),
  }),
);

const formSchema = z.strictObject({
  type: z.string(),
  settings: z.array(z.string()).default([]),
  sections: z.array(
    z.strictObject({
      key: z.string(),
      oneOf: z.array(z.string()).optional(),
      fields: z.array(fieldSchema),
    }),
  ),
});

/** The forms of the contract. */
export const FORMS = {
  'api::practice.practice': formSchema.parse(practiceForm),
  'api::adaptation.adaptation': formSchema.parse(adaptationForm),
  'api::notice.notice': formSchema.parse(noticeForm),
} as const satisfies Record<ReviewedUid, unknown>;

export function readGivenField(given: { name: string; required: boolean }): GivenField {
  return fieldSchema.parse(given);
}
