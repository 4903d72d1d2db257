interface Path {
  readonly tag: 'path';
  readonly d: string;
}

interface Circle {
  readonly tag: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

export type Shape = (Path | Circle) &
  Readonly<Partial<Record<'fill' | 'stroke' | 'stroke-width' | 'stroke-dasharray', string>>>;

const path = (d: string, paint: Partial<Shape> = {}): Shape => ({ ...paint, tag: 'path', d });
const circle = (cx: number, cy: number, r: number, paint: Partial<Shape> = {}): Shape => ({
  ...paint,
  tag: 'circle',
  cx,
  cy,
  r,
});
const filled = { fill: 'currentColor' } as const;
const inked = { fill: 'currentColor', stroke: 'none' } as const;

/** Signs of record types and of actions, on a field of 20 by 20. */
export const glyphs = {
  challenge: [path('M1.5 13.5h4.6c5 0 7.6-8.5 3.9-8.5s-1.1 8.5 3.9 8.5h4.6')],
  method: [path('M2 16.5h5.3v-4.6h5.3V7.3H18V3')],
  city: [circle(10, 10, 6.6), circle(10, 10, 2.2, inked)],
  strategy: [path('M4 2.5h9l3 3v12H4zM7 9h6M7 12.5h6')],
  project: [path('M2 4.5h8M6 10h9M10.5 15.5H18')],
  force: [
    circle(10, 10, 3.2),
    path('M10 2.2v.01M16.8 6.1v.01M16.8 13.9v.01M10 17.8v.01M3.2 13.9v.01M3.2 6.1v.01', {
      'stroke-width': '3',
    }),
  ],
  centre: [path('M2.5 17.5h15M4 17.5V8.2L10 3l6 5.2v9.3M8 17.5v-5.3h4v5.3')],
  network: [
    path('M5.2 13.6 9 6.4M11 6.4l3.8 7.2M6.5 15.5h7'),
    circle(10, 4.5, 2),
    circle(4.3, 15.5, 2),
    circle(15.7, 15.5, 2),
  ],
  practice: [path('M5 18V2.5M5 3.5h11l-3.2 3.6L16 10.7H5')],
  organisation: [path('M2.5 17.5h15M4.5 17.5V4.5h11v13M8 8v.01M12 8v.01M8 12v.01M12 12v.01')],
  resource: [
    path(
      'M10 5.2C8 3.8 5.5 3.5 2.5 3.8v11.9c3-.3 5.5 0 7.5 1.4 2-1.4 4.5-1.7 7.5-1.400V3.800c-3-.3-5.5 0-7.5 1.400zM10 5.200v11.9',
    ),
  ],
  glossary: [path('M3.5 16.5 8.2 4h1.600l4.7 12.500M5.3 12h7.400M15.5 7.500h2.5')],
  news: [
    path('M2.5 4.500h12v12h-10a2 2 0 0 1-2-2zM14.5 8h3v6.500a2 2 0 0 1-3 1.700M5.5 8h6M5.5 11h6'),
  ],
  search: [circle(8.6, 8.6, 5.6), path('m13 13 4.5 4.5')],
  print: [path('M5.5 7V2.5h9V7M5.5 14.5h-3V7h15v7.5h-3M5.5 12h9v5.5h-9z')],
  box: [path('M2.5 6.5h15V17h-15zM2.5 6.5 5 3h10l2.5 3.5M10 9.5v4M8 11.5h4')],
  cite: [
    path('M8 5.5C5.5 6.5 4 8.5 4 11.2V15h4.5v-4.5h-3M16.5 5.5c-2.5 1-4 3-4 5.7V15H17v-4.5h-3'),
  ],
} as const satisfies Record<string, readonly Shape[]>;

/** The six states on the line, on a field of 16 by 16. */
export const nodes = {
  done: [circle(8, 8, 7, filled)],
  now: [circle(8, 8, 7), circle(8, 8, 3, inked)],
  next: [circle(8, 8, 7)],
  half: [circle(8, 8, 7), path('M8 1a7 7 0 0 1 0 14z', inked)],
  unknown: [circle(8, 8, 7, { 'stroke-dasharray': '2.2 2.2' })],
  stopped: [circle(8, 8, 7), path('M3.4 8h9.2')],
} as const satisfies Record<string, readonly Shape[]>;

export type GlyphName = keyof typeof glyphs;
export type NodeName = keyof typeof nodes;

/** How the states of the content are drawn; the colour of `data-state` repeats the node's shape. */
export const lifecycleNodes: Readonly<Record<string, NodeName>> = {
  idea: 'next',
  running: 'now',
  completedWorking: 'done',
  completedUnclear: 'unknown',
  paused: 'half',
  stopped: 'stopped',
  superseded: 'half',
};

export const nodeStates: Readonly<Record<NodeName, string>> = {
  done: 'done',
  now: 'running',
  next: 'draft',
  half: 'unclear',
  unknown: 'unclear',
  stopped: 'stopped',
};
