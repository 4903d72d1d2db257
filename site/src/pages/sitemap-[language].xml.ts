import type { APIRoute } from 'astro';
import { renderSitemap, sitemapName } from '../feeds/sitemap.ts';
import { languages } from '../languages.ts';
import { siteUrl } from '../settings.ts';
import { openSnapshot } from '../snapshot/open.ts';
import { slugOf } from '../views/guides.ts';
import { indexedPages } from '../views/indexed-pages.ts';

export const getStaticPaths = () =>
  languages.map(({ tag }) => ({ params: { language: sitemapName(tag) } }));

export const GET: APIRoute = ({ params }) => {
  const language = languages.find(({ tag }) => sitemapName(tag) === params.language);
  if (!language) throw new Error(`There is no sitemap "${params.language ?? ''}".`);
  const guides = Object.keys(import.meta.glob('../content/guides/*.mdx')).map(slugOf);
  const paths = indexedPages(openSnapshot(), guides);
  return new Response(renderSitemap(siteUrl, language.tag, paths), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};
