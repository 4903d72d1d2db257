import { Parser } from 'htmlparser2';

export interface ActiveParts {
  /** Code in scripts; data for search engines is none. */
  scripts: string[];
  /** Whatever a press or a look asks for. */
  addresses: string[];
  /** Styles and code in attributes and elements. */
  inline: string[];
  /** Data for search engines, as text. */
  data: string[];
  elements: Set<string>;
}

const isAddress = /^(href|src|srcset|action|formaction|data|poster|ping|background|xlink:href)$/;

/** What a browser would run, ask for or read as data, as its parser finds it. */
export function activeParts(html: string): ActiveParts {
  const parts: ActiveParts = {
    scripts: [],
    addresses: [],
    inline: [],
    data: [],
    elements: new Set(),
  };
  let within: string[] | null = null;
  const parser = new Parser({
    onopentag(element, attributes) {
      parts.elements.add(element);
      within = null;
      if (element === 'script')
        within = attributes.type === 'application/ld+json' ? parts.data : parts.scripts;
      if (element === 'style') parts.inline.push('<style>');
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^(on|style$|srcdoc$|autofocus$)/.test(attribute))
          parts.inline.push(`${attribute}="${value}"`);
        if (isAddress.test(attribute)) parts.addresses.push(value);
      }
    },
    ontext(content) {
      within?.push(content);
    },
    onclosetag() {
      within = null;
    },
  });
  parser.end(html);
  return parts;
}

/** Whether an address does something else than lead to a page, whatever stands before its protocol. */
export const isCode = (address: string) =>
  /^[\s\p{Cc}\p{Cf}]*(javascript|data|vbscript|blob):/iu.test(address);
