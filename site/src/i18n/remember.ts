/** Makes a thing once per language: formatters cost more to make than to use. */
export function remember<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    let thing = made.get(language);
    if (thing === undefined) {
      thing = make(language);
      made.set(language, thing);
    }
    return thing;
  };
}
