/** An entry in a list: its state in words, the editor's words, and what to do next. */
import { type EntryAction, isEntryAction } from './entry-actions.ts';
import type { Entry, EntryType } from './entry.ts';
import { titleOf } from './entry-title.ts';
import { copyOf, piece, put, unseen } from './pieces.ts';
import { promiseAt, promisedDays } from './working-days.ts';
import { say, sayDay, sayTime } from './words.ts';

export type ShownState =
  'draft' | 'submitted' | 'changesRequested' | 'accepted' | 'declined' | 'withdrawn';

const states: readonly string[] = [
  'draft',
  'submitted',
  'changesRequested',
  'accepted',
  'declined',
  'withdrawn',
] satisfies ShownState[];

function isShown(state: string): state is ShownState {
  return states.includes(state);
}

/** The state as members are told it; one that this page does not know counts as a draft. */
export function shownState({ reviewState }: Entry): ShownState {
  return isShown(reviewState) ? reviewState : 'draft';
}

const nodes: Readonly<Record<ShownState, string>> = {
  draft: 'unknown',
  submitted: 'now',
  changesRequested: 'half',
  accepted: 'done',
  declined: 'stopped',
  withdrawn: 'next',
};

/** Draws the sign and the word of a state. */
export function markState(place: HTMLElement, entry: Entry): void {
  const state = shownState(entry);
  place.dataset.state = state;
  place.querySelector('use')?.setAttribute('href', `#n-${nodes[state]}`);
  put(place, { state: say(`say.state.${state}`) });
}

export interface RowOptions {
  readonly type: EntryType;
  /** Where its form is, without the id. */
  readonly editUrl: string;
  readonly onAction: (entry: Entry, action: EntryAction) => void;
}

export function makeRow(root: ParentNode, entry: Entry, options: RowOptions): HTMLElement {
  const row = copyOf(root, 'entry');
  const title = titleOf(options.type, entry);
  const state = shownState(entry);
  markState(piece(row, '.state', HTMLElement), entry);
  const address = `${options.editUrl}?id=${encodeURIComponent(entry.documentId)}`;
  piece(row, 'h3 a', HTMLAnchorElement).href = address;
  put(row, {
    title,
    saved: say('say.saved.on', { time: sayTime(entry.updatedAt) }),
    next: say(`say.next.${state}`),
    removal: entry.removalRequestedAt === '' ? null : say('say.removalAsked'),
  });
  showLive(row, entry);
  showMessage(row, entry);
  showPromise(row, entry);
  const place = piece(row, '.mine-act', HTMLElement);
  if (entry.actions.includes('edit')) place.prepend(editLink(address, title, state));
  for (const action of entry.actions) {
    if (isEntryAction(action)) {
      place.append(actionButton(action, title, () => options.onAction(entry, action)));
    }
  }
  return row;
}

/** A button that names its entry to those who do not see the row. */
export function actionButton(action: EntryAction, title: string, run: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn--quiet btn--small';
  button.append(say(`say.do.${action}`), unseen(` ${title}`));
  button.addEventListener('click', run);
  return button;
}

function editLink(address: string, title: string, state: ShownState): HTMLElement {
  const link = document.createElement('a');
  link.className = 'btn btn--quiet btn--small';
  link.href = address;
  const word = state === 'accepted' || state === 'changesRequested' ? state : 'draft';
  link.append(say(`say.write.${word}`), unseen(` ${title}`));
  return link;
}

function showLive(row: HTMLElement, { live }: Entry): void {
  const place = piece(row, '[data-live]', HTMLElement);
  if (live === null) {
    place.remove();
    return;
  }
  const link = piece(place, 'a', HTMLAnchorElement);
  link.textContent = say('say.live', { day: sayDay(live.since) });
  if (live.url === null) link.replaceWith(link.textContent);
  else link.href = new URL(live.url, location.origin).pathname;
}

function showMessage(row: HTMLElement, entry: Entry): void {
  const place = piece(row, '.letter', HTMLElement);
  const state = shownState(entry);
  if (entry.message === '' || !['changesRequested', 'declined'].includes(state)) {
    place.remove();
    return;
  }
  place.classList.toggle('letter--stop', state === 'declined');
  put(place, { message: entry.message });
}

function showPromise(row: HTMLElement, entry: Entry): void {
  const place = piece(row, '.promise', HTMLElement);
  if (shownState(entry) !== 'submitted' || entry.submittedAt === '') {
    place.remove();
    return;
  }
  const { passed, until } = promiseAt(new Date(entry.submittedAt), new Date());
  const day = sayDay(until.toISOString());
  put(place, { promise: say('say.promise', { passed, days: promisedDays, until: day }) });
  for (const [index, mark] of [...place.querySelectorAll('i')].entries()) {
    mark.classList.toggle('past', index < passed);
  }
}
