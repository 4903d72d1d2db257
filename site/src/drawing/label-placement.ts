import { overlaps, type Box, type Point } from './geometry.ts';
import { widths, type Width } from './label-scales.ts';

/** Something to be written on a map, with the places where it could stand, best first. */
export interface Candidate<Position> {
  readonly positions: readonly Position[];
  /** The widths it should show at, most wanted first; see label-scales.ts. */
  readonly wishes: readonly (readonly Width[])[];
  /** What it covers on the sheet at a width. */
  cover(position: Position, width: Width): readonly Box[];
}

export interface Placing<Position> {
  readonly position: Position;
  readonly shownAt: readonly Width[];
}

/** The room on one sheet, given away first come, first served, at all widths at once. */
export class Room {
  readonly #sheet: Box;
  readonly #taken: Record<Width, Box[]> = { wide: [], middle: [], small: [] };

  constructor(sheet: Box) {
    this.#sheet = sheet;
  }

  copy(): Room {
    const copy = new Room(this.#sheet);
    for (const width of widths) copy.take(this.#taken[width], [width]);
    return copy;
  }

  take(boxes: readonly Box[], at: readonly Width[] = widths): void {
    for (const width of at) this.#taken[width].push(...boxes);
  }

  isFree(box: Box, width: Width): boolean {
    const { x0, y0, x1, y1 } = this.#sheet;
    const isOnSheet = box.x0 >= x0 && box.y0 >= y0 && box.x1 <= x1 && box.y1 <= y1;
    return isOnSheet && !this.#taken[width].some((other) => overlaps(other, box));
  }

  /** Gives the first position that is free at all widths of the most wanted set, or none. */
  place<Position>(candidate: Candidate<Position>): Placing<Position> | null {
    for (const shownAt of candidate.wishes) {
      for (const position of candidate.positions) {
        const isFree = shownAt.every((width) =>
          candidate.cover(position, width).every((box) => this.isFree(box, width)),
        );
        if (!isFree) continue;
        for (const width of shownAt) this.take(candidate.cover(position, width), [width]);
        return { position, shownAt };
      }
    }
    return null;
  }
}

export function boxAround([x, y]: Point, halfWidth: number, halfHeight = halfWidth): Box {
  return { x0: x - halfWidth, y0: y - halfHeight, x1: x + halfWidth, y1: y + halfHeight };
}

/** Boxes that follow a text set at an angle about its centre. */
export function slantedBoxes(centre: Point, width: number, size: number, degrees: number): Box[] {
  if (degrees === 0) return [boxAround(centre, width / 2, size / 2)];
  const count = Math.max(2, Math.ceil(width / size));
  const turn = (degrees * Math.PI) / 180;
  return Array.from({ length: count }, (_, index) => {
    const along = ((index + 0.5) / count - 0.5) * width;
    return boxAround(
      [centre[0] + along * Math.cos(turn), centre[1] + along * Math.sin(turn)],
      size * 0.55,
    );
  });
}
