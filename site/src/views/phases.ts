/** The six phases of a planning process, in their order: one line on which every method stands. */
export const phases = [
  'mobilise',
  'frame',
  'envision',
  'programme',
  'implement',
  'monitor',
] as const;
