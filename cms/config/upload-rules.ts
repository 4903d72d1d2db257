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

export const uploadConfig = {
  sizeLimit: 10 * MEGABYTE,
  security: { allowedTypes: ALLOWED_TYPES, deniedTypes: DENIED_TYPES },
  breakpoints: { large: 1000, small: 500 },
};
