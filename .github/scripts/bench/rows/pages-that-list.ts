import type { Reader } from '../platform/reader.ts';

/** Addresses of pages that lead to an entry's page: those it leads to itself, and all lists' parts. */
export async function pagesThatList(reader: Reader, page: string): Promise<string[]> {
  const { text } = await reader.get(page);
  const { text: list } = await reader.get('/practices');
  const parts = [...list.matchAll(/href="(\/practices\/part\/\d+)"/g)].map(([, part = '']) => part);
  const found: string[] = [];
  for (const address of new Set(['/practices', ...parts, ...linksOf(text)])) {
    if (address === page) continue;
    if ((await reader.get(address)).text.includes(`${page}"`)) found.push(address);
  }
  if (found.length === 0) throw new Error(`No list leads to ${page}.`);
  return found;
}

function linksOf(text: string): string[] {
  const links = [...text.matchAll(/href="(\/[a-z][^"#?]*)"/g)].map(([, address = '']) => address);
  return links.filter((address) => !/\.[a-z]+$/.test(address));
}
