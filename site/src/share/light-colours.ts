/** The colours of an image, which knows neither style sheets nor a reader's choice of theme. */
const names = [
  'ink',
  'ink-3',
  'here',
  'map-sea',
  'map-land',
  'map-far',
  'map-coast',
  'map-border',
  'map-river',
  'map-wave',
  'map-grat',
] as const;

export type Colours = Readonly<Record<(typeof names)[number], string>>;

/** Reads the light value of each colour from the text of styles/tokens.css. Throws when one lacks. */
export function readLightColours(tokens: string): Colours {
  const read = (name: string): string => {
    const pattern = new RegExp(
      `--${name}:\\s*(?:light-dark\\((#[0-9a-f]{6})|var\\(--([a-z0-9-]+)\\))`,
    );
    const [, colour, other] = pattern.exec(tokens) ?? [];
    if (colour) return colour;
    if (other) return read(other);
    throw new Error(`styles/tokens.css has no colour --${name} that an image could use.`);
  };
  const colours = names.map((name) => [name, read(name)] as const);
  return Object.fromEntries(colours) as Colours;
}
