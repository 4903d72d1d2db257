import { el } from './texts/el';
import { en } from './texts/en';
import { it } from './texts/it';
import { ro } from './texts/ro';
import { sr } from './texts/sr';
import { TEMPLATES, type MailTexts, type Template } from './templates';

/** Texts by the language of a member; every other language is written to in English. */
const TEXTS = new Map<string, MailTexts>([
  ['el', el],
  ['ro', ro],
  ['it', it],
  ['sr', sr],
  ['srLatn', sr],
  ['srCyrl', sr],
]);

const SUBJECT_LENGTH = 150;

/** What people wrote stands marked as theirs, line by line. */
const QUOTED = new Set(['message']);

export interface WrittenMail {
  subject: string;
  text: string;
}

export function isTemplate(name: string): name is Template {
  return name in TEMPLATES;
}

function quote(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Puts the values in once: braces within a value are no names. */
function fillIn(text: string, values: Record<string, string>, isBody: boolean): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name]?.trim() ?? '';
    return isBody && QUOTED.has(name) && value !== '' ? quote(value) : value;
  });
}

/** A subject is one line: a line break in it would start another header. */
function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length > SUBJECT_LENGTH ? `${line.slice(0, SUBJECT_LENGTH - 1)}…` : line;
}

/** A mail in plain text, in the member's language. */
export function writeMail(
  template: Template,
  language: string,
  values: Record<string, string>,
): WrittenMail {
  const texts = TEXTS.get(language) ?? en;
  const { subject, paragraphs } = texts[template];
  const written = paragraphs.map((paragraph) => fillIn(paragraph, values, true).trim());
  return {
    subject: oneLine(fillIn(subject, values, false)),
    text: `${[...written.filter(Boolean), `-- \n${texts.signature}`].join('\n\n')}\n`,
  };
}
