/** Where to go after signing in: an address of this site, never of another (`//host`, `/\host`). */
export function nextPath(search: string, fallback: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/(?![/\\])/.test(next) ? next : fallback;
}
