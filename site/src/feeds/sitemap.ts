/** Sitemaps (sitemaps.org), one per language, each address with its other languages. */
import { defaultLanguage, type Language, languages, pathOfLanguage } from '../languages.ts';
import { absoluteUrl, alternates } from '../urls.ts';
import { escapeXml } from './xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The part of a sitemap's name that says its language: `/sitemap-sr.xml`. */
export function sitemapName(language: Language): string {
  return pathOfLanguage(language) || defaultLanguage;
}

export function renderSitemapIndex(site: string): string {
  const maps = languages.map(({ tag }) => {
    const address = absoluteUrl(site, `/sitemap-${sitemapName(tag)}.xml`);
    return `  <sitemap><loc>${escapeXml(address)}</loc></sitemap>`;
  });
  return [head, `<sitemapindex ${namespace}>`, ...maps, '</sitemapindex>', ''].join('\n');
}

/** The pages of one language, given by the paths of the English ones. */
export function renderSitemap(site: string, language: Language, paths: readonly string[]): string {
  return [
    head,
    `<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...paths.map((path) => renderPage(site, language, path)),
    '</urlset>',
    '',
  ].join('\n');
}

function renderPage(site: string, language: Language, path: string): string {
  const others = alternates(path).map((each) => ({
    ...each,
    address: escapeXml(absoluteUrl(site, each.url)),
  }));
  const addressIn = (tag: Language) => others.find((each) => each.language === tag)?.address ?? '';
  const link = (tag: string, address: string) =>
    `    <xhtml:link rel="alternate" hreflang="${tag}" href="${address}"/>`;
  return [
    '  <url>',
    `    <loc>${addressIn(language)}</loc>`,
    ...others.map((each) => link(each.language, each.address)),
    link('x-default', addressIn(defaultLanguage)),
    '  </url>',
  ].join('\n');
}
