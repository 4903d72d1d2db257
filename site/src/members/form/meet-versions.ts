/** What to do when an entry was changed in two places: nothing of either is lost unseen. */
import type { Fields } from '../unknown.ts';
import { say, sayFailure, sayList, sayTime } from '../words.ts';
import { piece, put } from '../pieces.ts';
import { chooseBetween } from './conflict-view.ts';
import { changedNames, isSame, meet, type Meeting } from './entry-changes.ts';
import { readFields } from './field-values.ts';
import { fillForm } from './form-shape.ts';
import type { LocalCopy } from './local-copies.ts';
import { showEntry } from './state-box.ts';
import type { Writing } from './writing.ts';

/** After a refusal because of another version: brings both together, or shows that it is closed. */
export async function meetServer(writing: Writing): Promise<void> {
  const { api, bar, draft } = writing;
  if (!draft.entry) return;
  try {
    const theirs = await api.get(draft.entry.documentId);
    if (theirs.actions.includes('edit')) {
      await settle(writing, draft.meetWith(theirs), theirs.fields);
      return;
    }
    draft.keepCopy();
    draft.takeIn(theirs);
    showEntry(writing);
    bar.say(`${say('say.closed')} ${say('say.kept')}`);
  } catch (error) {
    bar.say(sayFailure(error));
  }
}

/** Offers text that a crash, a cut line or an end of the session left on this device. */
export async function offerCopies(writing: Writing): Promise<void> {
  const { draft, tab } = writing;
  for (const copy of draft.copies.leftBehind(tab.others)) {
    if (namesLeft(writing, copy).length > 0) await offer(writing, copy);
    draft.copies.drop(copy.tab);
  }
}

/** What was written into the copy and is not in the form: not what the server set meanwhile. */
function namesLeft({ form }: Writing, { base, fields }: LocalCopy): string[] {
  const held = readFields(form);
  return changedNames(base, fields).filter((name) => !isSame(held[name], fields[name]));
}

async function offer(writing: Writing, copy: LocalCopy): Promise<void> {
  const { root, form } = writing;
  const notice = piece(root, '[data-left]', HTMLElement);
  const names = namesLeft(writing, copy).map((name) => writing.labelOf(name));
  const list = sayList(names, 'conjunction');
  put(notice, { left: say('say.left.copy', { time: sayTime(copy.at), names: list }) });
  notice.hidden = false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  for (const button of notice.querySelectorAll<HTMLElement>('[data-take]')) {
    button.onclick = () => resolve(button.dataset.take === 'yes');
  }
  const isTaken = await promise;
  notice.hidden = true;
  const now = readFields(form);
  if (isTaken) await settle(writing, meet(copy.base, { ...now, ...copy.fields }, now), now);
  form.querySelector<HTMLElement>('h2')?.focus();
}

/** Takes what does not touch, asks for the rest, and saves what comes of it. */
async function settle(
  writing: Writing,
  { merged, conflicts }: Meeting,
  theirs: Fields,
): Promise<void> {
  const { autosave, draft, root } = writing;
  autosave.hold();
  const choice = {
    names: conflicts,
    mine: merged,
    theirs,
    labelOf: (name: string) => writing.labelOf(name),
    wordsOf: (name: string, value: unknown) => writing.wordsOf(name, value),
  };
  const chosen = conflicts.length > 0 ? await chooseBetween(root, choice) : {};
  fillForm(writing, { ...merged, ...chosen });
  draft.keepCopy();
  autosave.touch();
  autosave.resume();
}
