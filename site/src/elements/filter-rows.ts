/** Which rows of a list pass the filters that are on, and how many each further filter would leave. */
export type Filter = {
  readonly name: string;
  /** What a row must carry to pass: `country:GR`. */
  readonly token: string;
  /** Of a name's filters all must pass, not one of them. */
  readonly isStrict: boolean;
};

export type Tokens = ReadonlySet<string>;

/** One of the filters of each name must pass, and every strict one. */
export function passes(row: Tokens, on: readonly Filter[]): boolean {
  const loose = new Map<string, boolean>();
  for (const { name, token, isStrict } of on) {
    const isIn = row.has(token);
    if (isStrict && !isIn) return false;
    if (!isStrict) loose.set(name, isIn || loose.get(name) === true);
  }
  return [...loose.values()].every(Boolean);
}

/** How many rows a filter would leave, were it the only one on of its name. */
export function countFor(rows: readonly Tokens[], on: readonly Filter[], filter: Filter): number {
  const others = on.filter(({ name }) => name !== filter.name);
  return rows.filter((row) => row.has(filter.token) && passes(row, others)).length;
}

/** The words of an attribute that hold several. */
export function words(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((word) => word !== '');
}

/** `title:3 newest:1` as order → place. */
export function ranksOf(text: string | undefined): ReadonlyMap<string, number> {
  return new Map(
    words(text).map((word) => {
      const at = word.indexOf(':');
      return [word.slice(0, at), Number(word.slice(at + 1))];
    }),
  );
}
