import { expect, type Page } from '@playwright/test';

/** Scripts that tell the language apart, and the languages of the region written in them. */
const scripts = [
  { name: 'Greek', letters: '\\p{Script=Greek}', languages: ['el'] },
  {
    name: 'Cyrillic',
    letters: '\\p{Script=Cyrillic}',
    languages: ['bg', 'mk', 'sr', 'sr-Cyrl', 'uk', 'ru', 'cnr-Cyrl'],
  },
];

/** Every run of Greek or Cyrillic letters stands in an element that names such a language. */
export async function expectLanguagesMarked(page: Page): Promise<void> {
  const unmarked = await page.evaluate((known) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const language = node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
      for (const { name, letters, languages } of known) {
        // A single letter is a sign, like the μ of a unit.
        if (!new RegExp(`${letters}{2,}`, 'u').test(text)) continue;
        if (!languages.includes(language)) found.push(`${name} in lang="${language}": ${text}`);
      }
    }
    return found;
  }, scripts);
  expect.soft(unmarked, 'text of another language without its lang').toEqual([]);
}
