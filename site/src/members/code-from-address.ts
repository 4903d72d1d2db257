/** Takes a code out of the address, which is kept by histories and shown to who looks on. */
export function codeFromAddress(name: string): string {
  const address = new URL(location.href);
  const code = address.searchParams.get(name) ?? '';
  address.searchParams.delete(name);
  history.replaceState(history.state, '', address);
  return code;
}

const keyOf = (name: string) => `see-${name}`;

/** As `codeFromAddress`, and kept for this tab until it is dropped: a reload must not lose it. */
export function keptCode(name: string): string {
  const code = codeFromAddress(name);
  try {
    if (code !== '') sessionStorage.setItem(keyOf(name), code);
    return sessionStorage.getItem(keyOf(name)) ?? '';
  } catch {
    // A browser that keeps nothing: the code is good until the page is left.
    return code;
  }
}

/** Forgets a kept code that is used up. */
export function dropCode(name: string): void {
  try {
    sessionStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was kept.
  }
}
