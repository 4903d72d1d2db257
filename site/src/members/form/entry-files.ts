/** Joins the groups of files of a form to its entry: files are sent and removed by themselves. */
import { ask } from '../ask.ts';
import { type Entry, readAnswer } from '../entry.ts';
import { SaidFailure } from '../request-failed.ts';
import { parseJson } from '../unknown.ts';
import { uploadFile } from '../upload-file.ts';
import { say } from '../words.ts';
import { FileGroup } from './file-group.ts';
import { showProgress } from './form-progress.ts';
import type { Writing } from './writing.ts';

/** What a member says of a file; the rest is the server's, which takes none of it back. */
const words = ['id', 'alt', 'credit', 'consent', 'title'];

export function joinFiles(writing: Writing): void {
  const { api } = writing;
  for (const group of writing.form.querySelectorAll('file-group')) {
    if (!(group instanceof FileGroup)) continue;
    const name = group.dataset.name ?? '';
    const addressOf = (entry: Entry) => `${api.pathOf(entry.documentId)}/${name}`;
    const takeIn = (answer: unknown) => showFiles(writing, group, readAnswer(answer));
    group.keeper = {
      add: async (form, key, onProgress) => {
        const address = addressOf(await savedEntry(writing));
        takeIn(await uploadFile(address, form, key, onProgress));
      },
      change: async (files) => {
        const data = { [name]: parseJson(JSON.stringify(files, words)) };
        showFiles(writing, group, await api.update(await savedEntry(writing), data, false));
      },
      remove: async (id) => {
        const address = addressOf(await savedEntry(writing));
        takeIn(await ask('DELETE', `${address}/${encodeURIComponent(id)}`));
      },
    };
  }
}

/** The entry that files belong to; what is written is saved before, so that there is one. */
async function savedEntry({ autosave, draft }: Writing): Promise<Entry> {
  await autosave.flush();
  if (!draft.entry) throw new SaidFailure(say('say.file.titleFirst'));
  return draft.entry;
}

function showFiles({ root, form, draft }: Writing, group: FileGroup, entry: Entry): void {
  const name = group.dataset.name ?? '';
  draft.takeInPart(entry, name);
  group.value = entry.fields[name];
  showProgress(root, form);
}
