/** What a record has come to, as it stands on the line: a node, a tone and always a word. */
import { label } from '../i18n/label.ts';
import type { Language } from '../languages.ts';

export type NodeName = 'done' | 'now' | 'half' | 'next' | 'unknown' | 'stopped';
export type Tone = 'done' | 'running' | 'unclear' | 'stopped' | 'draft';
export type LineState = { readonly node: NodeName; readonly tone: Tone; readonly text: string };

type Sign = readonly [NodeName, Tone];

const notKnown: Sign = ['unknown', 'unclear'];

const lifecycles: Readonly<Record<string, Sign>> = {
  idea: ['next', 'draft'],
  running: ['now', 'running'],
  completedWorking: ['done', 'done'],
  completedUnclear: notKnown,
  paused: ['half', 'unclear'],
  stopped: ['stopped', 'stopped'],
  superseded: ['half', 'draft'],
};

const adoptions: Readonly<Record<string, Sign>> = {
  draft: ['next', 'draft'],
  endorsed: ['half', 'running'],
  adopted: ['done', 'done'],
  approvedForFunding: ['done', 'done'],
  notAdopted: ['stopped', 'stopped'],
  unknown: notKnown,
};

export function lifecycleState(language: Language, lifecycle: string): LineState {
  return state(lifecycles[lifecycle], label(language, 'lifecycle', lifecycle));
}

export function adoptionState(language: Language, adoption: string): LineState {
  return state(adoptions[adoption], label(language, 'adoption', adoption));
}

function state(sign: Sign | undefined, text: string): LineState {
  const [node, tone] = sign ?? notKnown;
  return { node, tone, text };
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
