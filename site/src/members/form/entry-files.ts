/** Joins the groups of files of a form to its entry: files are sent and removed by themselves. */
import { ask } from '../ask.ts';
import { readEntry } from '../entry.ts';
import { SaidFailure } from '../request-failed.ts';
import { fieldsOf } from '../unknown.ts';
import { uploadFile } from '../upload-file.ts';
import { say } from '../words.ts';
import { FileGroup } from './file-group.ts';
import { showProgress } from './form-progress.ts';
import type { Writing } from './writing.ts';

export function joinFiles(writing: Writing): void {
  for (const group of writing.form.querySelectorAll('file-group')) {
    if (!(group instanceof FileGroup)) continue;
    const name = group.dataset.name ?? '';
    group.keeper = {
      add: async (form, key, onProgress) => {
        const address = await addressOf(writing, name);
        await takeIn(writing, group, await uploadFile(address, form, key, onProgress));
      },
      remove: async (id) => {
        const address = await addressOf(writing, name);
        await takeIn(writing, group, await ask('DELETE', `${address}/${encodeURIComponent(id)}`));
      },
    };
  }
}

/** Where the files of the entry are; what is written is saved before, so that there is an entry. */
async function addressOf({ api, autosave, draft }: Writing, name: string): Promise<string> {
  await autosave.flush();
  if (!draft.entry) throw new SaidFailure(say('say.file.titleFirst'));
  return `${api.pathOf(draft.entry.documentId)}/${name}`;
}

async function takeIn(writing: Writing, group: FileGroup, answer: unknown): Promise<void> {
  const { root, form, api, draft } = writing;
  const name = group.dataset.name ?? '';
  const data = fieldsOf(fieldsOf(answer).data);
  const id = draft.entry?.documentId ?? '';
  const isWhole = data.documentId === id && Array.isArray(data[name]);
  const entry = isWhole ? readEntry(data) : await api.get(id);
  draft.takeInPart(entry, [name]);
  group.value = entry.fields[name];
  showProgress(root, form);
}
