/** How the entry stands, what the member may do with it, and whether it can be written now. */
import { actOn, type EntryAction, isEntryAction } from '../entry-actions.ts';
import { actionButton, markState, shownState } from '../entry-row.ts';
import { titleOf } from '../entry-title.ts';
import type { Entry } from '../entry.ts';
import { piece, put } from '../pieces.ts';
import { say, sayFailure } from '../words.ts';
import { showTimeline } from './entry-timeline.ts';
import type { Writing } from './writing.ts';

export function showEntry(writing: Writing): void {
  const { root, bar, draft } = writing;
  const { entry } = draft;
  const box = piece(root, '[data-state-box]', HTMLElement);
  const isOpen = entry === null || entry.actions.includes('edit');
  box.hidden = entry === null;
  piece(root, 'fieldset[data-all]', HTMLFieldSetElement).disabled = !isOpen;
  piece(root, '.savebar', HTMLElement).hidden = !isOpen;
  piece(root, '.form-end', HTMLElement).hidden = !isOpen;
  if (!entry) return;
  const state = shownState(entry);
  markState(piece(box, '.state', HTMLElement), entry);
  put(box, { next: say(`say.next.${state}`) });
  const letter = piece(box, '[data-words-of-editor]', HTMLElement);
  letter.hidden = entry.message === '' || !['changesRequested', 'declined'].includes(state);
  piece(letter, 'p', HTMLElement).textContent = entry.message;
  showTimeline(root, piece(box, '.trail', HTMLElement), entry);
  showActions(writing, box, entry);
  bar.savedAt(entry.updatedAt);
}

function showActions(writing: Writing, box: HTMLElement, entry: Entry): void {
  const title = titleOf(writing.type, entry);
  const buttons = entry.actions
    .filter(isEntryAction)
    .map((action) => actionButton(action, title, () => void act(writing, action)));
  piece(box, '[data-actions]', HTMLElement).replaceChildren(...buttons);
}

async function act(writing: Writing, action: EntryAction): Promise<void> {
  const { root, type, api, autosave, bar, draft } = writing;
  try {
    await autosave.flush();
    if (!draft.entry) return;
    const outcome = await actOn(type, draft.entry, action);
    if (outcome === null) return;
    if (action === 'delete') location.assign(root.dataset.listUrl ?? '/members');
    else if (action === 'copy') location.assign(`?id=${encodeURIComponent(outcome.documentId)}`);
    else {
      draft.takeIn(await api.get(draft.entry.documentId));
      showEntry(writing);
      bar.say(say(`say.done.${action}`));
      piece(root, '[data-state-box] h2', HTMLElement).focus();
    }
  } catch (error) {
    bar.say(sayFailure(error));
  }
}
