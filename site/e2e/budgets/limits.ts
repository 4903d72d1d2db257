/** What a page may cost, in bytes as they travel, compressed. */
export const limits = {
  /** A practice page without images and fonts. */
  page: { bytes: 45_000, requests: 4, script: 5_000 },
  /** All typefaces of one script, like Greek. */
  fontsOfScript: 60_000,
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
