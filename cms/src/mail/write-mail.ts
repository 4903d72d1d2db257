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

/** Every sign at which some program begins another line. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
/** What shows nothing, or turns what is beside it round. */
const UNSEEN = /[\p{Cc}\p{Cf}]+/gu;

function quote(text: string): string {
  return text
    .trim()
    .split(LINE_BREAK)
    .map((line) => `> ${line.replace(UNSEEN, ' ')}`)
    .join('\n');
}

/** One line in which nothing is unseen: else what a member is called could write our words for us. */
function oneLine(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

/** Puts the values in once: braces within a value are no names. */
function fillIn(text: string, values: Record<string, string>, isBody: boolean): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name]?.trim() ?? '';
    return isBody && QUOTED.has(name) && value !== '' ? quote(value) : oneLine(value);
  });
}

/** A line break in a subject would start another header. */
function subjectOf(text: string): string {
  const line = oneLine(text);
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
    subject: subjectOf(fillIn(subject, values, false)),
    text: `${[...written.filter(Boolean), `-- \n${texts.signature}`].join('\n\n')}\n`,
  };
}
