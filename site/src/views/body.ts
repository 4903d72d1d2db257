/** A body as a page shows it: a link to an entry that is not published is left as its words. */
import type { Block, Inline, List } from '../cms/blocks.ts';
import type { Spoken } from '../collections/localised.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { parseEntryUrl } from './entry-address.ts';

export function viewBody(
  snapshot: Snapshot,
  body: Spoken<readonly Block[]> | null,
): Spoken<readonly Block[]> | null {
  return body && { ...body, value: body.value.map((block) => mended(snapshot, block)) };
}

function mended(snapshot: Snapshot, block: Block): Block {
  if (block.type === 'list') return mendedList(snapshot, block);
  return { ...block, children: mendedLine(snapshot, block.children) };
}

function mendedList(snapshot: Snapshot, list: List): List {
  return {
    ...list,
    children: list.children.map((child) =>
      child.type === 'list'
        ? mendedList(snapshot, child)
        : { ...child, children: mendedLine(snapshot, child.children) },
    ),
  };
}

function mendedLine(snapshot: Snapshot, line: readonly Inline[]): Inline[] {
  return line.flatMap((node): readonly Inline[] =>
    node.type === 'link' && isDead(snapshot, node.url) ? node.children : [node],
  );
}

function isDead(snapshot: Snapshot, url: string): boolean {
  if (!url.startsWith('/')) return false;
  const [path = ''] = url.split(/[?#]/);
  const address = parseEntryUrl(path);
  return address !== null && snapshot.bySlug(address.collection, address.slug) === null;
}
