/** Takes a code out of the address, which is kept by histories and shown to who looks on. */
export function codeFromAddress(name: string): string {
  const address = new URL(location.href);
  const code = address.searchParams.get(name) ?? '';
  address.searchParams.delete(name);
  history.replaceState(history.state, '', address);
  return code;
}
