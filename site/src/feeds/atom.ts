/** Atom (RFC 4287), as text. */
import { translator } from '../i18n/translate.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { absoluteUrl } from '../urls.ts';
import { escapeXml } from './xml.ts';

export type Feed = {
  readonly subject: string;
  /** Path of the feed itself. */
  readonly path: string;
  /** Path of the page that shows the same. */
  readonly page: string;
  readonly entries: readonly FeedEntry[];
};

export type FeedEntry = {
  readonly ref: string;
  readonly title: string;
  readonly path: string;
  /** Day of the entry, an ISO date. */
  readonly date: string;
  readonly summary: string | null;
  /** BCP 47, when the texts are not in English. */
  readonly lang: string | null;
  readonly categories: readonly string[];
};

const newest = 100;

/** A feed with its newest entries. */
export function renderFeed(site: string, snapshot: Snapshot, feed: Feed): string {
  const { subject, path, page } = feed;
  const platform = translator('en')('site.name');
  const entries = [...feed.entries].sort(byDate).slice(0, newest);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${escapeXml(absoluteUrl(site, path))}</id>`,
    `  <title>${escapeXml(`${platform}: ${subject}`)}</title>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(absoluteUrl(site, path))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(absoluteUrl(site, page))}"/>`,
    `  <updated>${timeOf(entries[0]?.date ?? asOf(snapshot))}</updated>`,
    `  <author><name>${escapeXml(platform)}</name></author>`,
    '  <rights>CC BY 4.0</rights>',
    ...entries.map((entry) => renderEntry(site, entry)),
    '</feed>',
    '',
  ].join('\n');
}

/** The day the content was read: the one date there is where an entry carries none. */
export function asOf(snapshot: Snapshot): string {
  return snapshot.meta('asOf') ?? '1970-01-01';
}

function renderEntry(site: string, entry: FeedEntry): string {
  const { ref, title, path, date, summary, lang, categories } = entry;
  return [
    `  <entry${lang === null ? '' : ` xml:lang="${escapeXml(lang)}"`}>`,
    // The ref outlives every change of the address.
    `    <id>tag:${escapeXml(new URL(site).hostname)},2026:${escapeXml(ref)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${escapeXml(absoluteUrl(site, path))}"/>`,
    `    <updated>${timeOf(date)}</updated>`,
    ...(summary === null ? [] : [`    <summary>${escapeXml(summary)}</summary>`]),
    ...categories.map((term) => `    <category term="${escapeXml(term)}"/>`),
    '  </entry>',
  ].join('\n');
}

function timeOf(date: string): string {
  return `${date}T00:00:00Z`;
}

function byDate(a: FeedEntry, b: FeedEntry): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return b.ref.length - a.ref.length || (a.ref < b.ref ? 1 : -1);
}
