const EARTH_RADIUS_KM = 6371;

type Position = { readonly latitude: number | null; readonly longitude: number | null };

/** Kilometres as the crow flies, or null when one of the two places has no position. */
export function distanceInKm(from: Position, to: Position): number | null {
  if (from.latitude === null || from.longitude === null) return null;
  if (to.latitude === null || to.longitude === null) return null;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = radians(to.latitude - from.latitude);
  const east = radians(to.longitude - from.longitude);
  const haversine =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(haversine)));
}
