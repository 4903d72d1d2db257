import type { APIRoute } from 'astro';
import { renderFeed } from '../../feeds/atom.ts';
import { practiceFeed } from '../../feeds/practice-feed.ts';
import { siteUrl } from '../../settings.ts';
import { openSnapshot } from '../../snapshot/open.ts';

export const GET: APIRoute = () => {
  const snapshot = openSnapshot();
  return new Response(renderFeed(siteUrl, snapshot, practiceFeed(snapshot)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
