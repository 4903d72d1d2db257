/**
 * The Content Security Policies of the site: a meta element in every page and a header at the host.
 * They are constants of a build, so that a page rendered by any of the three ways is the same bytes.
 * `wasm-unsafe-eval` is for the search index; nothing else may be evaluated.
 */
export const contentSecurityPolicy = policyWith({ connect: "'self'", images: "'self' data:" });

/** Members' pages ask the CMS, and show its pictures and those chosen on the device. */
export function membersPolicy(cmsPublicUrl: string): string {
  const { origin } = new URL(cmsPublicUrl);
  return policyWith({ connect: `'self' ${origin}`, images: `'self' data: blob: ${origin}` });
}

function policyWith({ connect, images }: { connect: string; images: string }): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    `img-src ${images}`,
    "font-src 'self'",
    `connect-src ${connect}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
