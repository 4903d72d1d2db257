import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { languages } from '../src/languages.ts';
import { expect, test } from './reader.ts';
import { releasePages } from './release-pages.ts';

const configFile = path.resolve(import.meta.dirname, '../.htmlvalidate.json');
const prefixes = languages.map(({ path: prefix }) => prefix).filter(Boolean);

function languageOf(file: string): string {
  const [first = ''] = file.replace(/\.html$/, '').split('/');
  return prefixes.find((prefix) => prefix === first) ?? '';
}

for (const { path: prefix, name } of languages) {
  test(`every built page in ${name} is valid HTML`, async () => {
    test.setTimeout(180_000);
    const config = JSON.parse(readFileSync(configFile, 'utf8')) as ConfigData;
    const validator = new HtmlValidate(new StaticConfigLoader(config));
    const pages = releasePages().filter(({ file }) => languageOf(file) === prefix);
    expect(pages.length).toBeGreaterThan(100);
    const faults = new Map<string, string[]>();
    for (const { file, html } of pages) {
      const { results } = await validator.validateString(html, file);
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
