import type { APIRoute } from 'astro';
import { siteUrl } from '../settings.ts';
import { absoluteUrl } from '../urls.ts';

// Nothing is forbidden: a page that is not to be found says so itself (noindex), and can only say
// so to a robot that may read it.
export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(siteUrl, '/sitemap-index.xml')}\n`,
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
