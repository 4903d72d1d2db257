/**
 * What the index of all entries does not know yet. Making that one takes minutes where there are ten
 * thousand entries, so what was edited since stands in a small index beside it.
 */
/** Beside the index. */
export const lateFile = 'late.json';
export const lateFolder = 'late/';

/** Where the further parts of a large index lie. */
export const partFolder = (part: number) => `part-${part}/`;

export type Late = {
  /** Another one whenever the index of all entries is another one. */
  readonly index: string;
  /** Of how many parts that one is. */
  readonly parts: number;
  /** Ids of the small index. */
  readonly ids: readonly string[];
  /** Ids of the large index that stand for nothing any more. */
  readonly outdated: readonly string[];
};

export const nothingLate = { parts: 1, ids: [], outdated: [] } as const;

/** An index from before there was a small one has no such file. */
export async function loadLate(folder: string): Promise<Late> {
  const answer = await fetch(`${folder}${lateFile}`, { cache: 'no-cache' });
  const said: unknown = answer.ok ? await answer.json() : null;
  return isLate(said) ? said : { ...nothingLate, index: '' };
}

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

function isLate(value: unknown): value is Late {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'index' in value &&
    typeof value.index === 'string' &&
    'parts' in value &&
    typeof value.parts === 'number' &&
    'ids' in value &&
    isStrings(value.ids) &&
    'outdated' in value &&
    isStrings(value.outdated)
  );
}
