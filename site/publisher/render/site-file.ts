/** The file of an address: `/` → `index.html`, `/el/cities` → `el/cities.html`, files as they are. */
export function fileOfPath(path: string, isPage: boolean): string {
  if (path === '/') return 'index.html';
  return isPage ? `${path.slice(1)}.html` : path.slice(1);
}
