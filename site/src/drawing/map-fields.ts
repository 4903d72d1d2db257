import type { BaseMap } from './base-map.ts';
import { sheetOf } from './frame.ts';
import { isInRings, type Point } from './geometry.ts';
import { makeField, type Field } from './roomiest.ts';
import { seaAt, seas } from './seas.ts';
import type { WaterKey } from './water-names.ts';

/** Which squares of a map belong to which sea and country: where their names may stand. */
export interface MapFields {
  readonly seas: readonly { readonly key: WaterKey; readonly field: Field }[];
  readonly countries: readonly { readonly code: string; readonly field: Field }[];
}

const known = new WeakMap<BaseMap, MapFields>();

function makeFields({ frame, shapes }: BaseMap): MapFields {
  const sheet = sheetOf(frame);
  const waters = new Map<string, WaterKey | null>();
  const waterAt = (point: Point): WaterKey | null => {
    const key = point.join(' ');
    const water =
      waters.get(key) ?? (isInRings(shapes.land, point) ? null : seaAt(frame.invert(point)));
    waters.set(key, water);
    return water;
  };
  // One walk over the sheet finds what is there, so that no field is made of a sea that is not.
  makeField(sheet, (point) => waterAt(point) !== null);
  const found = new Set(waters.values());
  return {
    seas: seas
      .filter(({ key }) => found.has(key))
      .map(({ key }) => ({
        key,
        field: makeField(sheet, (point) => waters.get(point.join(' ')) === key),
      })),
    countries: shapes.countries.map(({ code, rings }) => ({
      code,
      field: makeField(sheet, (point) => isInRings(rings, point)),
    })),
  };
}

/** The same in every language, so it is worked out once for a map. */
export function fieldsOf(map: BaseMap): MapFields {
  const fields = known.get(map) ?? makeFields(map);
  known.set(map, fields);
  return fields;
}
