/** What a record has come to, as it stands on the line: a node, a tone and always a word. */
import { lifecycleNodes, type NodeName, nodeStates } from '../drawing/symbols.ts';
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';

export type { NodeName };
export type LineState = { readonly node: NodeName; readonly tone: string; readonly text: string };

const adoptionNodes: Readonly<Record<string, NodeName>> = {
  draft: 'next',
  endorsed: 'now',
  adopted: 'done',
  approvedForFunding: 'done',
  notAdopted: 'stopped',
};

export function lifecycleState(language: Language, lifecycle: string): LineState {
  return state(lifecycleNodes[lifecycle], label(language, 'lifecycle', lifecycle));
}

/** The same for a body of people, which is set up and at work rather than done. */
export function bodyState(language: Language, lifecycle: string): LineState {
  return state(lifecycleNodes[lifecycle], label(language, 'bodyLifecycle', lifecycle));
}

export function adoptionState(language: Language, adoption: string): LineState {
  return state(adoptionNodes[adoption], label(language, 'adoption', adoption));
}

function state(found: NodeName | undefined, text: string): LineState {
  const node = found ?? 'unknown';
  return { node, tone: nodeStates[node], text };
}

/** The order in which states are counted: what works first, what is not known last. */
export const stateOrder: readonly string[] = [
  'completedWorking',
  'running',
  'idea',
  'paused',
  'superseded',
  'stopped',
  'completedUnclear',
];
