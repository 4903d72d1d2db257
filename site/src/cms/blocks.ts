/** Strapi's Blocks as the site accepts them. Unknown nodes and links are dropped, never passed on. */
import { z } from 'zod';

const textNode = z.object({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});
const linkNode = z.object({
  type: z.literal('link'),
  url: z.string(),
  children: z.array(textNode),
});
const inline = z.union([textNode, linkNode]);
const listItem = z.object({ type: z.literal('list-item'), children: z.array(inline) });
export type Inline = z.infer<typeof inline>;
export type List = {
  type: 'list';
  format: 'ordered' | 'unordered';
  children: (z.infer<typeof listItem> | List)[];
};
const list: z.ZodType<List> = z.lazy(() =>
  z.object({
    type: z.literal('list'),
    format: z.enum(['ordered', 'unordered']),
    children: z.array(z.union([listItem, list])),
  }),
);
const block = z.union([
  z.object({ type: z.literal('paragraph'), children: z.array(inline) }),
  z.object({
    type: z.literal('heading'),
    level: z.number().int().min(1).max(6),
    children: z.array(inline),
  }),
  z.object({ type: z.literal('quote'), children: z.array(inline) }),
  z.object({ type: z.literal('code'), children: z.array(inline) }),
  list,
]);
export type Block = z.infer<typeof block>;

/** A body: whatever is not one of the known nodes is left out. */
export const blocks = z.array(z.unknown()).transform((nodes) =>
  nodes.flatMap((node): Block[] => {
    const parsed = block.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  }),
);

const protocols = new Set(['http:', 'https:', 'mailto:']);

/** The address of a link in a body when it may be followed: http(s), mail or a path of this site. */
export function safeHref(url: string): string | null {
  if (/^\/(?![/\\])/.test(url) || url.startsWith('#')) return url;
  if (!URL.canParse(url)) return null;
  return protocols.has(new URL(url).protocol) ? url : null;
}

/** The words of a body, for search and descriptions. */
export function plainText(body: readonly Block[]): string {
  return body.map(wordsOf).join('\n').trim();
}

type Node = Block | Inline | List['children'][number];
function wordsOf(node: Node): string {
  if (node.type === 'text') return node.text;
  const separator = node.type === 'list' ? '\n' : '';
  return node.children.map((child: Node) => wordsOf(child)).join(separator);
}
