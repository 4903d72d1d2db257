/** The line of plans a strategy stands in: what it replaced or came after, and what came after it. */
import { projects } from '../collections/projects.ts';
import { type Strategy, strategies } from '../collections/strategies.ts';
import { formatYears } from '../i18n/format.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type EntryLink, linkStrategy } from './entry-link.ts';

export type Ancestor = EntryLink & {
  readonly kind: string;
  readonly years: string | null;
  readonly isHere: boolean;
  /** How many projects are known to belong to it. */
  readonly projects: number;
  /** How it stands to an earlier one of the line; null for the first. */
  readonly relation: 'supersedes' | 'follows' | null;
};

/** Oldest first, this one among them; empty when no other is known. */
export function viewLineage(
  snapshot: Snapshot,
  language: Language,
  strategy: Strategy,
): readonly Ancestor[] {
  const family = new Map<string, Strategy>();
  const open = [strategy];
  for (let next = open.pop(); next; next = open.pop()) {
    if (family.has(next.id)) continue;
    family.set(next.id, next);
    open.push(
      ...snapshot.linked(strategies, next.links.supersedes),
      ...snapshot.linked(strategies, next.links.follows),
      ...snapshot.referring(strategies, 'supersedes', next.id),
      ...snapshot.referring(strategies, 'follows', next.id),
    );
  }
  if (family.size === 1) return [];
  return [...family.values()]
    .sort((one, other) => generation(family, one) - generation(family, other) || byYear(one, other))
    .map((each) => ({
      ...linkStrategy(language, each),
      kind: label(language, 'strategyKind', each.kind),
      years: formatYears(each.yearFrom, each.yearTo),
      isHere: each.id === strategy.id,
      projects: snapshot.references(projects, 'strategy', each.id).length,
      relation: relationOf(family, each),
    }));
}

/** How many plans stand before it on its longest line. Editors can link in a circle: each counts once. */
function generation(
  family: ReadonlyMap<string, Strategy>,
  strategy: Strategy,
  seen: ReadonlySet<string> = new Set(),
): number {
  const passed = new Set(seen).add(strategy.id);
  const earlier = [...strategy.links.supersedes, ...strategy.links.follows]
    .flatMap((id) => family.get(id) ?? [])
    .filter(({ id }) => !passed.has(id));
  return Math.max(0, ...earlier.map((each) => generation(family, each, passed) + 1));
}

function relationOf(
  family: ReadonlyMap<string, Strategy>,
  { links }: Strategy,
): Ancestor['relation'] {
  if (links.supersedes.some((id) => family.has(id))) return 'supersedes';
  return links.follows.some((id) => family.has(id)) ? 'follows' : null;
}

function byYear(one: Strategy, other: Strategy): number {
  return (one.yearFrom ?? Infinity) - (other.yearFrom ?? Infinity) || 0;
}
