/** What happened to an entry so far, with the editors' words, as a line with a node for each step. */
import type { Entry } from '../entry.ts';
import { copyOf, put } from '../pieces.ts';
import { say, sayTime } from '../words.ts';

const nodes = {
  create: 'done',
  edit: 'done',
  submit: 'done',
  withdraw: 'next',
  reopen: 'done',
  copy: 'done',
  requestRemoval: 'half',
  handOver: 'half',
  askForChanges: 'half',
  accept: 'done',
  decline: 'stopped',
  unpublish: 'stopped',
  correct: 'done',
  keep: 'done',
  answerQuestion: 'half',
  confirmAnswer: 'done',
  dismissAnswer: 'done',
  handedOver: 'done',
} as const;

type Told = keyof typeof nodes;

function isTold(action: string): action is Told {
  return Object.hasOwn(nodes, action);
}

export function showTimeline(root: HTMLElement, place: HTMLElement, { history }: Entry): void {
  const lines = history.flatMap(({ at, action, message }) => {
    if (!isTold(action)) return [];
    const line = copyOf(root, 'happened');
    line.querySelector('use')?.setAttribute('href', `#n-${nodes[action]}`);
    put(line, { when: sayTime(at), what: say(`say.happened.${action}`), message });
    if (message === '') line.querySelector('.letter')?.remove();
    return [line];
  });
  place.replaceChildren(...lines);
}
