import { Parser } from 'htmlparser2';

/** What the checks need to know of one HTML file. */
export interface PageFacts {
  /** The address: `/el/cities/kavala`. */
  path: string;
  lang: string | null;
  headings: number;
  isDraft: boolean;
  isRedirect: boolean;
  /** Every address the page points at, as written. */
  links: Set<string>;
  /** What a fragment may name. */
  ids: Set<string>;
}

const linkAttributes = ['href', 'src', 'action', 'poster', 'data', 'xlink:href'];

/** The preview marks what is not published with this attribute; a release must not carry it. */
const draftAttribute = 'data-draft';

export function readPageFacts(path: string, html: string): PageFacts {
  const facts: PageFacts = {
    path,
    lang: null,
    headings: 0,
    isDraft: false,
    isRedirect: false,
    links: new Set(),
    ids: new Set(),
  };
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      noteTag(facts, tag, attributes);
    },
  });
  parser.end(html);
  return facts;
}

function noteTag(facts: PageFacts, tag: string, attributes: Record<string, string>): void {
  if (tag === 'html') facts.lang = attributes.lang?.trim() || null;
  if (tag === 'h1') facts.headings += 1;
  if (draftAttribute in attributes) facts.isDraft = true;
  if (tag === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh') {
    facts.isRedirect = true;
  }
  if (tag === 'meta' && attributes.property === 'og:image') {
    facts.links.add(attributes.content?.trim() ?? '');
  }
  if (attributes.id) facts.ids.add(attributes.id);
  if (tag === 'a' && attributes.name) facts.ids.add(attributes.name);
  for (const name of linkAttributes) {
    const value = attributes[name];
    if (value !== undefined) facts.links.add(value.trim());
  }
  for (const source of attributes.srcset?.split(',') ?? []) {
    const [address] = source.trim().split(/\s+/);
    if (address) facts.links.add(address);
  }
}
