/** What the parts of a form share: the entry, where it is saved, and how that is shown. */
import { piece } from '../pieces.ts';
import { session } from '../this-session.ts';
import type { EntryType } from '../entry.ts';
import { Autosave, type SaveState } from './autosave.ts';
import type { RequestFailed } from '../request-failed.ts';
import { EntryApi } from './entry-api.ts';
import { EntryDraft } from './entry-draft.ts';
import { problemsIn } from './field-problems.ts';
import { inWords } from './conflict-view.ts';
import { ownFields, readField, readFields, writeField } from './field-values.ts';
import { LocalCopies } from './local-copies.ts';
import { wordsOfField } from './preview.ts';
import { SaveBar } from './save-bar.ts';
import type { Tab } from './tab.ts';

export interface WritingParts {
  readonly root: HTMLElement;
  readonly type: EntryType;
  readonly tab: Tab;
  readonly onState: (state: SaveState, error: RequestFailed | null) => void;
  /** The entry has come to be on the server. */
  readonly onMade: () => void;
}

export class Writing {
  readonly root: HTMLElement;
  readonly form: HTMLFormElement;
  readonly type: EntryType;
  readonly tab: Tab;
  readonly bar: SaveBar;
  readonly api: EntryApi;
  readonly draft: EntryDraft;
  readonly autosave: Autosave;

  constructor({ root, type, tab, onState, onMade }: WritingParts) {
    this.root = root;
    this.type = type;
    this.tab = tab;
    this.form = piece(root, 'form[data-entry]', HTMLFormElement);
    this.bar = new SaveBar(piece(root, '.savebar', HTMLElement));
    this.api = new EntryApi(type);
    this.draft = new EntryDraft({
      api: this.api,
      read: () => readFields(this.form),
      unsavable: () => this.#unsavable(),
      apart: new Set(['images', 'documents']),
      copiesOf: (id) => this.#copiesOf(id),
      now: Date.now,
      newKey: () => crypto.randomUUID(),
    });
    this.autosave = new Autosave({
      save: async (isLast) => {
        const isNew = this.draft.entry === null;
        const isSaved = await this.draft.save(isLast);
        if (isNew && isSaved) {
          onMade();
          // What was written while the entry was being made.
          await this.draft.save(isLast);
        }
        return isSaved;
      },
      onState,
      after: (ms, run) => {
        const timer = window.setTimeout(run, ms);
        return () => window.clearTimeout(timer);
      },
    });
  }

  /** What the form calls a field. */
  labelOf(name: string): string {
    const field = ownFields(this.form).find(({ dataset }) => dataset.name === name);
    return field?.dataset.label ?? name;
  }

  /** A value as the form words it: the field takes it for a moment, and is asked. */
  wordsOf(name: string, value: unknown): string {
    const field = ownFields(this.form).find(({ dataset }) => dataset.name === name);
    if (!field || !['choice', 'choices', 'yesNo'].includes(field.dataset.kind ?? '')) {
      return inWords(value);
    }
    const held = readField(field);
    writeField(field, value);
    const words = value === null ? inWords(null) : wordsOfField(field);
    writeField(field, held);
    return words;
  }

  #unsavable(): Set<string> {
    return new Set(
      ownFields(this.form).flatMap((field) =>
        problemsIn(field).length > 0 ? [field.dataset.name ?? ''] : [],
      ),
    );
  }

  #copiesOf(id: string | null): LocalCopies {
    const entry = `${this.type}/${id ?? 'new'}`;
    return new LocalCopies(localStorage, session.entered ?? '', entry, this.tab.name);
  }
}
