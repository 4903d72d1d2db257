/** What can be chosen: names of entries, fetched once when first needed. */
import { listOf, parseJson, textOf } from '../unknown.ts';

export interface EntryOption {
  readonly ref: string;
  readonly name: string;
  /** What tells two of one name apart: the country, the town. */
  readonly note: string;
  /** Names in small letters without marks, in every spelling that is known. */
  readonly sought: string;
}

const fetched = new Map<string, Promise<readonly EntryOption[]>>();

/** Rows of `[ref, name, note, other names]`. Throws where they cannot be fetched now. */
export function optionsOf(address: string): Promise<readonly EntryOption[]> {
  let options = fetched.get(address);
  if (!options) {
    options = fetchOptions(address);
    fetched.set(address, options);
    options.catch(() => fetched.delete(address));
  }
  return options;
}

async function fetchOptions(address: string): Promise<readonly EntryOption[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
  return listOf(parseJson(await response.text())).map((row) => {
    const [ref, name, note, others] = listOf(row).map(textOf);
    return {
      ref: ref ?? '',
      name: name ?? '',
      note: note ?? '',
      sought: folded(`${name ?? ''} ${note ?? ''} ${others ?? ''}`),
    };
  });
}

/** The options whose words begin with all that is asked; the best first. */
export function findOptions(
  options: readonly EntryOption[],
  asked: string,
  most: number,
): EntryOption[] {
  const parts = folded(asked).split(/\s+/).filter(Boolean);
  const found = options.filter(({ sought }) =>
    parts.every((part) => sought.startsWith(part) || sought.includes(` ${part}`)),
  );
  const first = parts[0] ?? '';
  return found
    .toSorted(
      (one, other) => Number(other.sought.startsWith(first)) - Number(one.sought.startsWith(first)),
    )
    .slice(0, most);
}

/** Small letters without marks: "Bălți" as "balti", "Θεσσαλονίκη" as "θεσσαλονικη". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}
