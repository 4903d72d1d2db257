/** One measured figure and what it may be at most (or, of scores, at least). */
export interface Figure {
  what: string;
  unit: 'B' | 'requests' | 'points' | 'ms' | 'shift';
  value: number;
  limit: number;
  isKept: boolean;
}

export function atMost(what: string, unit: Figure['unit'], value: number, limit: number): Figure {
  return { what, unit, value, limit, isKept: value <= limit };
}

export function atLeast(what: string, unit: Figure['unit'], value: number, limit: number): Figure {
  return { what, unit, value, limit, isKept: value >= limit };
}
