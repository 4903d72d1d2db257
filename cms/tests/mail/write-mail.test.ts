import { describe, expect, it } from 'vitest';
import { TEMPLATES, type MailTexts } from '../../src/mail/templates.js';
import { el } from '../../src/mail/texts/el.js';
import { en } from '../../src/mail/texts/en.js';
import { it as italian } from '../../src/mail/texts/it.js';
import { ro } from '../../src/mail/texts/ro.js';
import { sr } from '../../src/mail/texts/sr.js';
import { isTemplate, writeMail } from '../../src/mail/write-mail.js';

const TEXTS: Record<string, MailTexts> = { el, en, it: italian, ro, sr };

const valuesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

/** How members could write on in our name, or in a way that nobody sees. */
const TRAP = 'Your account is closed, sign in at https://trap.example/';
const SLY = ['\n', '\r\n\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029']
  .map((lineBreak) => `${lineBreak}${TRAP}`)
  .concat(`\u001b[2J\u202e\u2066\u200b\ufeff\u00ad\u0000${TRAP}`, `\n-- \n${TRAP}`)
  .join('');

const linesOf = (text: string) => text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);

describe.each(Object.entries(TEXTS))('mails in %s', (language, texts) => {
  it.each(Object.keys(TEMPLATES).filter(isTemplate))('%s has no line that others wrote', (name) => {
    const mailWith = (value: string) =>
      writeMail(name, language, Object.fromEntries(TEMPLATES[name].map((key) => [key, value])));
    const { subject, text } = mailWith(`A${SLY}`);
    const own = (lines: string[]) => lines.filter((line) => !line.startsWith('> '));
    expect(own(linesOf(text))).toHaveLength(own(linesOf(mailWith('A').text)).length);
    expect(linesOf(text).filter((line) => line.startsWith(TRAP))).toEqual([]);
    expect(linesOf(subject)).toHaveLength(1);
    expect(`${subject}${text}`).not.toMatch(/[^\P{C}\n]/u);
  });

  it.each(Object.keys(TEMPLATES).filter(isTemplate))('%s uses every value it is given', (name) => {
    const { subject, paragraphs } = texts[name];
    const used = new Set([subject, ...paragraphs].flatMap(valuesIn));
    expect([...used].sort()).toEqual([...TEMPLATES[name]].sort());
    expect(subject.length).toBeLessThan(80);
    const values = Object.fromEntries(TEMPLATES[name].map((value) => [value, `<${value}>`]));
    expect(writeMail(name, language, values).text).not.toMatch(/[{}]/);
  });
});

it('writes to a language without texts in English', () => {
  expect(writeMail('accountErased', 'hu', {}).subject).toBe(en.accountErased.subject);
  expect(writeMail('accountErased', 'srCyrl', {}).subject).toBe(sr.accountErased.subject);
});

it('keeps a subject on one line, whatever the title holds', () => {
  const title = 'A\r\nBcc: victim@example.org\u2028\u0085 \u202etrick';
  const { subject } = writeMail('declined', 'en', { title, message: 'No.', link: 'https://x' });
  expect(subject).toBe('“A Bcc: victim@example.org trick” is not published');
});

it('marks what people wrote, and takes braces in it for no names', () => {
  const values = { title: '{link}', message: 'First.\n\nhttps://trap.example {link}', link: 'L' };
  const { text } = writeMail('changesRequested', 'en', values);
  expect(text).toContain('> First.\n> \n> https://trap.example {link}\n');
  expect(text).toContain('read “{link}” and asks');
});

it('leaves out a paragraph that is nothing but an empty value', () => {
  const { text } = writeMail('accepted', 'en', { title: 'T', message: ' ', live: 'V', link: 'L' });
  expect(text).not.toMatch(/\n{3}/);
});
