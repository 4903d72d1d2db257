/** Sends an entry to the editors, or says all that keeps it from being sent. */
import { type Fault, showFaults } from '../form-faults.ts';
import { piece } from '../pieces.ts';
import { RequestFailed } from '../request-failed.ts';
import { say, sayFailure } from '../words.ts';
import { idOfPath, missingIn, problemsIn } from './field-problems.ts';
import { showProgress } from './form-progress.ts';
import { showEntry } from './state-box.ts';
import type { Writing } from './writing.ts';

export async function submitEntry(writing: Writing): Promise<void> {
  const { root, form, api, autosave, draft } = writing;
  const faults = [...problemsIn(form), ...missingIn(form)];
  showFaults(root, faults);
  showProgress(root, form);
  if (faults.length > 0) return;
  try {
    await autosave.flush();
    if (!draft.entry || autosave.isPending || draft.unsaved.length > 0) {
      showFaults(root, [{ id: null, message: say('say.submit.unsaved') }]);
      return;
    }
    draft.takeIn(await api.submit(draft.entry));
    draft.copies.drop();
    showEntry(writing);
    piece(root, '[data-state-box] h2', HTMLElement).focus();
    piece(root, '[data-state-box]', HTMLElement).scrollIntoView();
  } catch (error) {
    showFaults(root, faultsOf(error));
  }
}

/** What the CMS found, at its fields; its words are English. */
export function faultsOf(error: unknown): Fault[] {
  if (error instanceof RequestFailed && error.status === 400 && error.faults.length > 0) {
    return error.faults.map(({ path, message }) => ({
      id: idOfPath(path.replace(/^data\./, '')),
      message,
      isForeign: true,
    }));
  }
  return [{ id: null, message: sayFailure(error) }];
}
