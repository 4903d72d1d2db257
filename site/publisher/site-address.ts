import path from 'node:path';

export type SiteAddress =
  { kind: 'page'; path: string } | { kind: 'moved'; to: string } | { kind: 'invalid' };

/** The one form of an address: no slash at its end, no `.html`, no `index`, no doubled slashes. */
export function canonicalAddress(requestUrl: string): SiteAddress {
  const [raw = '', ...query] = requestUrl.split('?');
  const search = query.length > 0 ? `?${query.join('?')}` : '';
  let decoded: string;
  try {
    decoded = decodeURIComponent(raw);
  } catch {
    return { kind: 'invalid' };
  }
  const segments = decoded.split('/');
  const isUnsafe = decoded.includes('\0') || segments.includes('..') || segments.includes('.');
  if (!decoded.startsWith('/') || isUnsafe) return { kind: 'invalid' };
  // Backslashes count as slashes in browsers: `/\host` must not become an address elsewhere.
  const bare = decoded
    .replace(/[/\\]+/g, '/')
    .replace(/\.html$/, '')
    .replace(/(^|\/)index$/, '$1')
    .replace(/\/+$/, '');
  const canonical = bare === '' ? '/' : bare;
  if (canonical === decoded) return { kind: 'page', path: canonical };
  return { kind: 'moved', to: encodeURI(canonical).replace(/[?#]/g, encodeURIComponent) + search };
}

/** The file behind an address: pages have no ending, everything else has one. */
export function fileOfAddress(address: string): string {
  if (address === '/') return 'index.html';
  const file = address.slice(1);
  return path.posix.extname(file) === '' ? `${file}.html` : file;
}
