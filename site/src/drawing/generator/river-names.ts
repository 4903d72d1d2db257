import { isInside, type Box, type Line, type Point } from '../geometry.ts';
import type { WaterKey } from '../water-names.ts';

interface Rule {
  readonly key: WaterKey;
  /** Where the river has this name, if Natural Earth lets the line run on into another river. */
  readonly within?: Box;
  /** The greatest rank the river has: lines of a greater one are tributaries. */
  readonly rank?: number;
}

const all: Box = { x0: -180, y0: -90, x1: 180, y1: 90 };

/** Natural Earth's names, partly local, old or of a tributary, and the rivers they stand for. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  Acheloos: [{ key: 'acheloos' }],
  Aoos: [{ key: 'aoos' }],
  Arda: [{ key: 'arda' }],
  Arges: [{ key: 'arges' }],
  Bosna: [{ key: 'bosna' }],
  Danube: [{ key: 'danube' }],
  Dniester: [{ key: 'dniester' }],
  Donau: [{ key: 'danube' }],
  Drau: [{ key: 'drava' }],
  Drin: [{ key: 'drin' }],
  Drina: [{ key: 'drina', within: { ...all, y0: 43.35 } }],
  Evros: [{ key: 'evros' }],
  Haliacmon: [{ key: 'aliakmon' }],
  Ialomita: [{ key: 'ialomita', rank: 9 }],
  Jiu: [{ key: 'jiu' }],
  Kupa: [{ key: 'kupa', within: { ...all, x0: 15.5, y0: 45.3 } }],
  Ljubljanica: [{ key: 'ljubljanica', within: { ...all, x1: 15 } }],
  Mesta: [{ key: 'mesta' }],
  Morava: [{ key: 'morava' }],
  Mur: [
    { key: 'drava', within: { ...all, x0: 16.88 } },
    { key: 'mur', within: { ...all, x1: 16.88 } },
  ],
  Mures: [{ key: 'mures' }],
  Neretva: [{ key: 'neretva', within: { ...all, x0: 17.55 } }],
  Nisava: [{ key: 'nisava' }],
  Ofanto: [{ key: 'ofanto' }],
  Olt: [{ key: 'olt' }],
  Prut: [{ key: 'prut' }],
  Sava: [{ key: 'sava' }],
  Siret: [{ key: 'siret' }],
  'Somesul Cald': [{ key: 'somes' }],
  Strimonas: [{ key: 'struma' }],
  Strymnas: [{ key: 'struma' }],
  Tamis: [{ key: 'tamis' }],
  Tisa: [{ key: 'tisa' }],
  Treska: [
    { key: 'vardar', within: { ...all, x0: 21.35 } },
    { key: 'treska', within: { ...all, x1: 21.35 } },
  ],
  Tundzha: [{ key: 'tundzha' }],
  Una: [{ key: 'una', within: { ...all, y0: 44.35 } }],
  Vrbas: [{ key: 'vrbas' }],
  Yantra: [{ key: 'yantra', rank: 10 }],
};

/** Parts a line where its river changes its name. */
export function nameRiver(
  name: string | null,
  rank: number,
  line: Line,
): { key: WaterKey | null; line: Line }[] {
  const fitting = (rules[name ?? ''] ?? []).filter((rule) => rank <= (rule.rank ?? rank));
  const keyAt = (point: Point): WaterKey | null =>
    fitting.find(({ within }) => isInside(within ?? all, point))?.key ?? null;
  const parts: { key: WaterKey | null; line: Point[] }[] = [];
  for (const point of line) {
    const part = parts.at(-1);
    part?.line.push(point);
    const key = keyAt(point);
    if (part?.key !== key) parts.push({ key, line: [point] });
  }
  return parts.filter((part) => part.line.length > 1);
}
