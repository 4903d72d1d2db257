import type { FieldText } from '../editing-model';

/** Fields that every type with a public id has. */
export const recordTexts = {
  ref: ['Ref', 'Permanent public number. Given by the system; never changes.'],
  slug: ['Address', 'Last part of the web address. Left empty, it is made from the name.'],
  basis: ['How we know', 'How well the statements stand.'],
  sources: ['Sources', 'Where a reader can check it.'],
  lastChecked: ['Last checked', 'The day somebody last compared this with the sources.'],
  formerSlugs: ['Former addresses', 'They lead to the present one.'],
  links: ['Related entries', 'Kept by the system.'],
} satisfies Record<string, FieldText>;

/** Publishing at a set time, for every type with a page. */
export const scheduleTexts = {
  goLiveAt: [
    'Go live at',
    'Press Save, and the entry is published then, in all its languages. Leave empty to publish by hand.',
  ],
  takeDownAt: [
    'Take down at',
    'The entry leaves the site then, in all its languages. Leave empty to keep it until unpublished.',
  ],
} satisfies Record<string, FieldText>;

/** For types that exist in several languages. */
export const translationTexts = {
  translation: ['Translation', 'Readers are told when nobody has reviewed it.'],
} satisfies Record<string, FieldText>;

/** Fields of what members send in. */
export const memberTexts = {
  reviewState: [
    'Review',
    'Where the entry stands; changes by submitting, publishing or declining.',
  ],
  reviewerMessage: ['Message to the member', 'Sent with the decision; never public.'],
  submittedAt: ['Submitted at', 'Set by the system.'],
  owner: ['Member', 'The account it came from. Never public.'],
  removalRequestedAt: ['Removal asked for', 'Set when the member asks to take the entry down.'],
  version: ['Version', 'Counts the saves.'],
} satisfies Record<string, FieldText>;

export const recordRows = [['basis', 'lastChecked'], ['sources']] as const;

export const scheduleRow = ['goLiveAt', 'takeDownAt'] as const;

export const recordHidden = ['formerSlugs', 'links'] as const;

/** Kept by the review of what members send in, and shown beside the form. */
export const memberHidden = [
  'owner',
  'version',
  'reviewerMessage',
  'submittedAt',
  'removalRequestedAt',
] as const;
