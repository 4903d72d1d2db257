/** What XML 1.0 may hold; a stray control character or half a surrogate pair breaks every reader. */
const forbidden = /[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an element or an attribute of XML. */
export function escapeXml(value: string): string {
  return value.replace(forbidden, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
