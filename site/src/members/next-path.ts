/**
 * Where to go after signing in: an address of this site, never of another (`//host`, `/\host`, and
 * `/<tab>/host`, of which browsers drop the tab).
 */
export function nextPath(search: string, fallback: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/(?![/\\])\P{Cc}*$/u.test(next) ? next : fallback;
}
