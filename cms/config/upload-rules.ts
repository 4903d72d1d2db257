import type { ServerResponse } from 'node:http';

const MEGABYTE = 1024 * 1024;

/** What editors may store: pictures that the site can re-encode, and documents. */
const ALLOWED_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

// Strapi never holds the extension of an octet-stream upload against the allowed list: a valid
// picture named `x.html` would be served as a page from the admin's origin. Denied types are checked.
const DENIED_TYPES = [
  'text/html',
  'application/xhtml+xml',
  'application/javascript',
  'text/javascript',
  'text/css',
  'application/xml',
  'text/xml',
  'image/svg+xml',
  'application/x-shockwave-flash',
  'text/x-component',
  'application/wasm',
];

/**
 * Whatever a file turns out to be, nothing in it runs: it is served from the origin of the admin. A
 * document is saved, because no browser shows a PDF that may do nothing.
 */
function setHeaders(response: ServerResponse, file: string): void {
  response.setHeader('content-security-policy', "default-src 'none'; sandbox");
  if (file.endsWith('.pdf')) response.setHeader('content-disposition', 'attachment');
}

export const uploadConfig = {
  providerOptions: { localServer: { setHeaders } },
  sizeLimit: 10 * MEGABYTE,
  security: { allowedTypes: ALLOWED_TYPES, deniedTypes: DENIED_TYPES },
  breakpoints: { large: 1000, small: 500 },
};
