/** Who tried it: the practice it came from, the ones made from it, and reports of "we tried it". */
import { type Adaptation, adaptations } from '../collections/adaptations.ts';
import { type Practice, practices } from '../collections/practices.ts';
import { formatList, languageTag } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Phrase } from '../collections/localised.ts';
import { linkPractice } from './entry-link.ts';
import { lifecycleState, type NodeName } from './line-state.ts';
import { viewTowns } from './town.ts';

export type Leaf = {
  readonly ref: string | null;
  readonly title: Phrase;
  readonly href: string | null;
  readonly caption: Phrase | null;
  readonly node: NodeName;
  readonly isHere: boolean;
  readonly children: readonly Leaf[];
};

/** The tree from its oldest known root; null when nobody else is in it. */
export function viewFamily(
  snapshot: Snapshot,
  language: Language,
  practice: Practice,
): Leaf | null {
  const root = rootOf(snapshot, practice);
  const tree = leafOf(snapshot, language, root, practice, new Set());
  const { adaptedFromNote } = root;
  const own = languageTag(root.originalLanguage);
  if (adaptedFromNote !== null) {
    return {
      ref: null,
      title: { text: adaptedFromNote, lang: own === language ? null : own },
      href: null,
      caption: null,
      node: 'unknown',
      isHere: false,
      children: [tree],
    };
  }
  return tree.children.length === 0 ? null : tree;
}

/** The signs a tree is drawn with. */
export function nodesOf(leaf: Leaf | null): NodeName[] {
  return leaf === null ? [] : [leaf.node, ...leaf.children.flatMap(nodesOf)];
}

function rootOf(snapshot: Snapshot, practice: Practice): Practice {
  const seen = new Set<string>();
  let root = practice;
  for (;;) {
    seen.add(root.id);
    const [parent] = snapshot.linked(practices, root.links.adaptedFrom);
    // Editors can link in a circle: the first one met twice is where the line is cut.
    if (!parent || seen.has(parent.id)) return root;
    root = parent;
  }
}

function leafOf(
  snapshot: Snapshot,
  language: Language,
  practice: Practice,
  here: Practice,
  above: ReadonlySet<string>,
): Leaf {
  const line = new Set([...above, practice.id]);
  const made = snapshot
    .referring(practices, 'adaptedFrom', practice.id)
    .filter(({ id }) => !line.has(id));
  const link = linkPractice(language, practice);
  const state = lifecycleState(language, practice.lifecycle);
  const towns = townNames(snapshot, language, practice.links.cities);
  const when = practice.startYear === null ? '' : String(practice.startYear);
  return {
    ref: practice.ref,
    title: link.title,
    href: practice.id === here.id ? null : link.href,
    caption: { text: [towns, when, state.text].filter(Boolean).join(', '), lang: null },
    node: state.node,
    isHere: practice.id === here.id,
    children: [
      ...made.map((each) => leafOf(snapshot, language, each, here, line)),
      ...trialsOf(snapshot, language, snapshot.referring(adaptations, 'practice', practice.id)),
    ],
  };
}

/** Reports of "we tried it" as leaves of a tree. */
export function trialsOf(
  snapshot: Snapshot,
  language: Language,
  reports: readonly Adaptation[],
): Leaf[] {
  return reports.map((each) => trialOf(snapshot, language, each));
}

function trialOf(snapshot: Snapshot, language: Language, adaptation: Adaptation): Leaf {
  const towns = townNames(snapshot, language, adaptation.links.city);
  return {
    ref: adaptation.ref,
    title: { text: [towns, String(adaptation.year)].filter(Boolean).join(', '), lang: null },
    href: null,
    // Members write in their own language; which one is not asked.
    caption: { text: `${adaptation.whatChanged} ${adaptation.whatHappened}`, lang: null },
    node: 'done',
    isHere: false,
    children: [],
  };
}

function townNames(snapshot: Snapshot, language: Language, ids: readonly string[]): string {
  const towns = viewTowns(snapshot, language, ids);
  return formatList(
    language,
    towns.map(({ title }) => title.text),
  );
}
