/** What a page may cost, in bytes as they travel, compressed. */
export const limits = {
  /** A practice page without images and fonts. */
  page: { bytes: 45_000, requests: 4, script: 5_000 },
  /** All typefaces of one script, like Greek. */
  fontsOfScript: 60_000,
  /** Scripts of the members' section: of all its pages together, and of the form alone. */
  members: { all: 40_000, form: 20_000 },
  search: { first: 165_000, next: 40_000 },
  lighthouse: { score: 100, layoutShift: 0, blockingMs: 0 },
} as const;

/** The practice pages that are weighed: much text, many steps, and another script. */
export const weighed = [
  '/practices/tordino-river-contract',
  '/practices/temerin-culture',
  '/el/practices/tordino-river-contract',
  '/sr/practices/kavala-young-first',
];

/** The pages of the members' section, and the one among them that weighs most. */
export const membersForm = '/members/practices/edit';
export const membersPages = [
  '/members',
  '/members/register',
  '/members/confirm',
  '/members/reset',
  '/members/practices',
  membersForm,
  '/members/adaptations',
  '/members/notices',
  '/members/messages',
  '/members/reply',
  '/members/still-alive',
  '/members/account',
];
