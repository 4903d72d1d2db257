import type { ServerResponse } from 'node:http';
import { contentSecurityPolicy, membersPolicy } from '../src/security/csp.ts';
import { isMembersPath } from '../src/urls.ts';

const yearSeconds = 365 * 24 * 60 * 60;

/** What every answer carries, by its address; the recipes for other hosts say the same. */
export function setResponseHeaders(
  response: ServerResponse,
  address: string,
  cmsPublicUrl: string,
): void {
  const isEmbeddable = address.startsWith('/embed/');
  const isMembers = isMembersPath(address);
  const policy = isMembers ? membersPolicy(cmsPublicUrl) : contentSecurityPolicy;
  const ancestors = isEmbeddable ? '*' : "'none'";
  const headers: Record<string, string> = {
    'Content-Security-Policy': `${policy}; frame-ancestors ${ancestors}`,
    'X-Content-Type-Options': 'nosniff',
    // Addresses of members' pages carry codes and entries that are nobody else's business.
    'Referrer-Policy': isMembers ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': address.startsWith('/_astro/')
      ? `public, max-age=${yearSeconds}, immutable`
      : 'no-cache',
  };
  if (!isEmbeddable) headers['X-Frame-Options'] = 'DENY';
  // Open data is for everybody's programs, those in other sites' pages included.
  // Fonts and scripts too, or the frame of a preview could not load them: it is of the CMS's origin.
  if (/^\/(data|feeds|_astro)\//.test(address)) headers['Access-Control-Allow-Origin'] = '*';
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
