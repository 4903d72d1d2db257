import path from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { languages } from '../src/languages.ts';
import { expect, test } from './reader.ts';
import { releasePages } from './release-pages.ts';

/** Pages count as lying here, where the validator finds its rules. */
const home = path.resolve(import.meta.dirname, '..');
const prefixes = languages.map(({ path: prefix }) => prefix).filter(Boolean);

function languageOf(file: string): string {
  const [first = ''] = file.replace(/\.html$/, '').split('/');
  return prefixes.find((prefix) => prefix === first) ?? '';
}

for (const { path: prefix, name } of languages) {
  test(`every built page in ${name} is valid HTML`, async () => {
    test.setTimeout(180_000);
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const pages = releasePages().filter(({ file }) => languageOf(file) === prefix);
    expect(pages.length).toBeGreaterThan(100);
    const faults = new Map<string, string[]>();
    for (const { file, html } of pages) {
      const { results } = await validator.validateString(html, path.join(home, file));
      const messages = results.flatMap((result) => result.messages);
      for (const { ruleId, message, selector } of messages) {
        const fault = `${ruleId}: ${message}`;
        faults.set(fault, [...(faults.get(fault) ?? []), `${file} ${selector ?? ''}`]);
      }
    }
    const summary = [...faults].map(
      ([fault, where]) => `${fault} (${where.length} ×, ${where[0]})`,
    );
    expect(summary).toEqual([]);
  });
}
