import { z } from 'zod';
import type { Issue } from './issues';
import { findTextProblem } from './safe-text';
import type { Path } from './values';

/** Longest formatted text, in characters and in nodes: far beyond any page, far below a denial of service. */
const MAX_TEXT = 100_000;
const MAX_DEPTH = 10;

const nodeSchema = z.looseObject({
  type: z.enum([
    'paragraph',
    'heading',
    'list',
    'list-item',
    'quote',
    'code',
    'image',
    'link',
    'text',
  ]),
  text: z.string().optional(),
  url: z.string().optional(),
  image: z.looseObject({ url: z.string() }).optional(),
  children: z.array(z.unknown()).optional(),
});

const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/** Only whole addresses: what has no protocol of its own would lead somewhere else on each page. */
export function isSafeLink(url: string): boolean {
  // Browsers drop control characters and turn backslashes before they read an address.
  if (/[\p{Cc}\s\\]/u.test(url) || !/^(https?:\/\/|mailto:)/i.test(url)) return false;
  const parsed = URL.parse(url);
  return parsed !== null && LINK_PROTOCOLS.has(parsed.protocol);
}

/** A file of our own media library: the admin writes its address with that of this CMS before it. */
export function isLibraryImage(url: string, cmsUrl: string): boolean {
  const path = url.startsWith(`${cmsUrl}/`) ? url.slice(cmsUrl.length) : url;
  return /^\/uploads\/[\w.-]+$/.test(path);
}

/** What is wrong with a formatted text, node by node. */
export function findBlocksIssues(value: unknown, path: Path, cmsUrl: string): Issue[] {
  const issues: Issue[] = [];
  const visit = (node: unknown, at: Path, depth: number): void => {
    const parsed = nodeSchema.safeParse(node);
    if (!parsed.success || depth > MAX_DEPTH) {
      issues.push({
        path: at,
        message: 'This is not a piece of formatted text that can be shown.',
      });
      return;
    }
    const { type, text, url, image, children } = parsed.data;
    const problem = text === undefined ? undefined : findTextProblem(text, MAX_TEXT);
    if (problem) issues.push({ path: [...at, 'text'], message: problem });
    if (type === 'link' && !isSafeLink(url ?? '')) {
      const message = 'A link starts with https://, http:// or mailto:.';
      issues.push({ path: [...at, 'url'], message });
    }
    if (type === 'image' && !isLibraryImage(image?.url ?? '', cmsUrl)) {
      const message = 'An image comes from the media library, not from another site.';
      issues.push({ path: [...at, 'image'], message });
    }
    for (const [index, child] of (children ?? []).entries()) {
      visit(child, [...at, 'children', index], depth + 1);
    }
  };
  if (!Array.isArray(value)) return [{ path, message: 'Formatted text is a list of blocks.' }];
  for (const [index, node] of value.entries()) visit(node, [...path, index], 0);
  return issues;
}
