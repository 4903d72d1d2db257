/**
 * The one Content Security Policy of the site: a meta element in every page and a header at the
 * host. It is a constant, so that a page rendered by any of the three ways is the same bytes.
 * `wasm-unsafe-eval` is for the search index; nothing else may be evaluated.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
