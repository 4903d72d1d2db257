import { fromMarkdown } from 'mdast-util-from-markdown';
import { z } from 'zod';
import type { SeedValue } from './target';

type Root = ReturnType<typeof fromMarkdown>;
type BlockNode = Root['children'][number];
type ListNode = Extract<BlockNode, { type: 'list' }>;
type InlineNode = Extract<BlockNode, { type: 'paragraph' }>['children'][number];
type Block = { readonly [key: string]: SeedValue };
type Marks = { bold?: true; italic?: true };

class UnknownMarkdown extends Error {
  override readonly name = 'UnknownMarkdown';

  constructor(node: { type: string; position?: { start: { line: number } } | undefined }) {
    const line = node.position?.start.line;
    super(
      `Line ${line ?? '?'} of the text has a ${node.type}; only paragraphs, headings, lists, bold, italic and links can be stored.`,
    );
  }
}

/** Markdown in a file, Strapi Blocks in the store. */
export const markdown = z.string().transform((source, context): Block[] => {
  try {
    return fromMarkdown(source).children.map(toBlock);
  } catch (error) {
    if (!(error instanceof UnknownMarkdown)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

function toBlock(node: BlockNode): Block {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', children: node.children.flatMap((child) => toInline(child)) };
    case 'heading':
      return {
        type: 'heading',
        level: node.depth,
        children: node.children.flatMap((child) => toInline(child)),
      };
    case 'list':
      return toList(node);
    default:
      throw new UnknownMarkdown(node);
  }
}

function toList(list: ListNode): Block {
  const children = list.children.map((item) => {
    const [paragraph, ...rest] = item.children;
    if (paragraph?.type !== 'paragraph') throw new UnknownMarkdown(paragraph ?? item);
    if (rest[0]) throw new UnknownMarkdown(rest[0]);
    return {
      type: 'list-item',
      children: paragraph.children.flatMap((child) => toInline(child)),
    };
  });
  return { type: 'list', format: list.ordered ? 'ordered' : 'unordered', children };
}

function toInline(node: InlineNode, marks: Marks = {}): Block[] {
  switch (node.type) {
    case 'text':
      // A line end inside a Markdown paragraph is only a space; in Blocks it would show.
      return [{ type: 'text', text: node.value.replace(/\s*\n\s*/g, ' '), ...marks }];
    case 'strong':
      return node.children.flatMap((child) => toInline(child, { ...marks, bold: true }));
    case 'emphasis':
      return node.children.flatMap((child) => toInline(child, { ...marks, italic: true }));
    case 'link':
      return [
        {
          type: 'link',
          url: node.url,
          children: node.children.flatMap((child) => toInline(child, marks)),
        },
      ];
    default:
      throw new UnknownMarkdown(node);
  }
}
