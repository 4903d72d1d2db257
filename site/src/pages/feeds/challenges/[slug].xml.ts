import type { APIRoute } from 'astro';
import { challenges } from '../../../collections/challenges.ts';
import { renderFeed } from '../../../feeds/atom.ts';
import { challengeFeed } from '../../../feeds/practice-feed.ts';
import { siteUrl } from '../../../settings.ts';
import { openSnapshot } from '../../../snapshot/open.ts';

export const getStaticPaths = () =>
  openSnapshot()
    .all(challenges)
    .map(({ slug }) => ({ params: { slug } }));

export const GET: APIRoute = ({ params }) => {
  const snapshot = openSnapshot();
  const feed = challengeFeed(snapshot, params.slug ?? '');
  return new Response(renderFeed(siteUrl, snapshot, feed), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
