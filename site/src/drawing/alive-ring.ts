type Age = 'fresh' | 'ageing' | 'old' | 'never';

export interface AliveRing {
  readonly age: Age;
  /** Full months since somebody asked; null when nobody ever did. */
  readonly months: number | null;
  /** Dash pattern of the ring: what is left of it, and the rest. */
  readonly dashes: string;
}

const FRESH = 18;
const OLD = 36;
/** Length of the ring of radius 22 on its field of 56. */
const LENGTH = 2 * Math.PI * 22;

function monthOf(date: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date) ?? [];
  if (!year || !month) throw new Error(`"${date}" is not a date such as 2025-06-12.`);
  return Number(year) * 12 + Number(month) - 1 + (Number(day ?? 1) - 1) / 31;
}

/** How long ago somebody asked whether a thing is alive, on the day `asOf`; both are ISO dates. */
export function ageOf(checkedOn: string | null, asOf: string): AliveRing {
  if (checkedOn === null) return { age: 'never', months: null, dashes: '' };
  const months = Math.max(0, Math.floor(monthOf(asOf) - monthOf(checkedOn) + 1e-9));
  const left = Math.max(0, 1 - months / OLD) * LENGTH;
  const age = months < FRESH ? 'fresh' : months < OLD ? 'ageing' : 'old';
  return { age, months, dashes: `${left.toFixed(1)} ${(LENGTH - left).toFixed(1)}` };
}
