/** What the CMS stores of the entries that members write: the schemas their forms are made from. */
import { z } from 'zod';
import adaptation from '../../../cms/src/api/adaptation/content-types/adaptation/schema.json';
import notice from '../../../cms/src/api/notice/content-types/notice/schema.json';
import practice from '../../../cms/src/api/practice/content-types/practice/schema.json';
import actor from '../../../cms/src/components/practice/actor.json';
import buildingBlock from '../../../cms/src/components/practice/building-block.json';
import costCard from '../../../cms/src/components/practice/cost-card.json';
import document from '../../../cms/src/components/practice/document.json';
import image from '../../../cms/src/components/practice/image.json';
import indicator from '../../../cms/src/components/practice/indicator.json';
import processStep from '../../../cms/src/components/practice/process-step.json';
import translation from '../../../cms/src/components/practice/translation.json';

const attribute = z.object({
  type: z.string(),
  maxLength: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  enum: z.array(z.string()).optional(),
  target: z.string().optional(),
  relation: z.string().optional(),
  component: z.string().optional(),
  repeatable: z.boolean().optional(),
  options: z.object({ list: z.string() }).optional(),
});

const schema = z.object({ attributes: z.record(z.string(), attribute) });

export type Attribute = z.infer<typeof attribute>;
export type Attributes = Readonly<Record<string, Attribute>>;

const read = (given: unknown): Attributes => schema.parse(given).attributes;

export const typeSchemas = {
  practice: read(practice),
  adaptation: read(adaptation),
  notice: read(notice),
};

export const componentSchemas: Readonly<Record<string, Attributes>> = {
  'practice.actor': read(actor),
  'practice.building-block': read(buildingBlock),
  'practice.cost-card': read(costCard),
  'practice.document': read(document),
  'practice.image': read(image),
  'practice.indicator': read(indicator),
  'practice.process-step': read(processStep),
  'practice.translation': read(translation),
};
