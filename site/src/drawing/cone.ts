/**
 * The projection of a map in five numbers, small enough for a page's script: from a spot on the
 * earth to its place on the sheet, and back. Frames draw with the same cone (frame.ts).
 */
export type Cone = readonly [
  /** How far the cone opens. */
  opening: number,
  /** From its tip to the equator, on the sheet. */
  reach: number,
  /** Where its tip lies, above the sheet. */
  x: number,
  y: number,
  /** The meridian that stands upright. */
  meridian: number,
];

const radian = Math.PI / 180;

/** How far from the equator a latitude lies where angles stay true. */
export function stretched(latitude: number): number {
  return Math.tan(Math.PI / 4 + (latitude * radian) / 2);
}

export function toSheet(
  [opening, reach, x, y, meridian]: Cone,
  longitude: number,
  latitude: number,
): [x: number, y: number] {
  const radius = reach / stretched(latitude) ** opening;
  const turn = opening * (longitude - meridian) * radian;
  return [x + radius * Math.sin(turn), y + radius * Math.cos(turn)];
}

export function fromSheet(
  [opening, reach, x, y, meridian]: Cone,
  across: number,
  down: number,
): [longitude: number, latitude: number] {
  const turn = Math.atan2(across - x, down - y);
  const radius = Math.hypot(across - x, down - y);
  const latitude = 2 * Math.atan((reach / radius) ** (1 / opening)) - Math.PI / 2;
  return [meridian + turn / opening / radian, latitude / radian];
}
