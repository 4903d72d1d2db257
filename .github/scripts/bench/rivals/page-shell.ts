/** What surrounds the content of a real practice page, so that rivals write as many bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface PageShell {
  /** Up to the content; `TITLE` stands for the title. */
  readonly head: string;
  /** The drawings of one page, the same for all. */
  readonly drawings: string;
  readonly foot: string;
}

/** @param language its folder in the site: empty for English */
export function readShell(liveDir: string, language: string): PageShell {
  const folder = path.join(liveDir, language, 'practices');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const sample = pages[Math.floor(pages.length / 2)];
  if (!sample) throw new Error(`There are no practice pages in ${folder}.`);
  const html = readFileSync(path.join(folder, sample), 'utf8').replace(
    /<script\b[^>]*>.*?<\/script>/gs,
    '',
  );
  const [begin, end] = [html.indexOf('<main'), html.indexOf('</main>')];
  if (begin < 0 || end < 0) throw new Error(`The page ${sample} has no <main>.`);
  const drawings = html.slice(begin, end).match(/<svg\b.*?<\/svg>/gs) ?? [];
  return {
    head: html.slice(0, begin).replace(/<title>.*?<\/title>/s, '<title>TITLE</title>'),
    drawings: drawings.join('\n'),
    foot: html.slice(end + '</main>'.length),
  };
}

/** A folder of the site for each language, English last. */
export const languageFolders = ['el', 'ro', 'it', 'sr', ''] as const;
