import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugOf } from '../views/guides.ts';
import type { GuideText } from './guide-records.ts';

/** The guides as they lie beside the code. Throws on one whose head cannot be read. */
export function readGuides(): GuideText[] {
  const folder = join(import.meta.dirname, '../content/guides');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => readGuide(name, readFileSync(join(folder, name), 'utf8')));
}

export function readGuide(name: string, source: string): GuideText {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
  const field = (key: string): string => {
    const value = new RegExp(`^${key}: (?!["'>|])(.+)$`, 'm').exec(head)?.[1];
    if (value === undefined) {
      throw new Error(`The guide ${name} has no plain line "${key}: …" in its head. Write one.`);
    }
    return value.trim();
  };
  return { slug: slugOf(name), title: field('title'), lead: field('lead'), text: wordsOf(body) };
}

/** What a reader sees of a guide: components leave the words of their attributes. */
function wordsOf(body: string): string {
  return body
    .replace(/^import .*$/gm, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/<[^>]*>/g, (tag) => [...tag.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join(' '))
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
