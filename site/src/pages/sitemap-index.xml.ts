import type { APIRoute } from 'astro';
import { renderSitemapIndex } from '../feeds/sitemap.ts';
import { siteUrl } from '../settings.ts';

export const GET: APIRoute = () =>
  new Response(renderSitemapIndex(siteUrl), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
