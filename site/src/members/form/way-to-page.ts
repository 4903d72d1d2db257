/** The way from the preview to the entry's page, in the templates in which readers will see it. */
import { piece } from '../pieces.ts';
import { say } from '../words.ts';
import { missingIn, problemsIn } from './field-problems.ts';
import type { Writing } from './writing.ts';

/** A link to what is saved, so that no tab is opened which nobody asked for. */
export async function showWayToPage(writing: Writing, dialog: HTMLElement): Promise<void> {
  const place = dialog.querySelector<HTMLElement>('[data-page]');
  if (!place) return;
  const link = piece(place, 'a', HTMLAnchorElement);
  const said = piece(place, '[data-said]', HTMLElement);
  link.hidden = true;
  said.textContent = '';
  if (problemsIn(writing.form).length + missingIn(writing.form).length > 0) {
    said.textContent = say('say.preview.incomplete');
    return;
  }
  const url = await addressOfPage(writing).catch(() => null);
  if (url === null) said.textContent = say('say.preview.failed');
  else link.href = url;
  link.hidden = url === null;
}

/** Null when not all of it is on the server. */
async function addressOfPage({ autosave, draft, api }: Writing): Promise<string | null> {
  await autosave.flush();
  if (!draft.entry || autosave.isPending || draft.unsaved.length > 0) return null;
  return api.preview(draft.entry.documentId);
}
