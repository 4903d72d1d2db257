/** The platform's mark: three places on one line, the middle one reached. */
export const mark = {
  width: 44,
  height: 28,
  line: 'M6 22 20.5 8.5 38 15.5',
  rings: [
    [6, 22],
    [38, 15.5],
  ],
  ring: 4,
  dot: [20.5, 8.5],
  radius: 5.5,
} as const;
