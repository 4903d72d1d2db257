/**
 * The form of a practice, a report or a notice. It writes a copy on this device at every input,
 * saves on the server after a pause, and loses nothing whatever happens in between.
 */
import './entry-picker.ts';
import './part-group.ts';
import './place-map.ts';
import type { EntryType } from '../entry.ts';
import { clearFaults, markField } from '../form-faults.ts';
import { memberInside } from '../member.ts';
import { put, showPart } from '../pieces.ts';
import type { RequestFailed } from '../request-failed.ts';
import { session } from '../this-session.ts';
import { sayFailure } from '../words.ts';
import type { SaveState } from './autosave.ts';
import { joinFiles } from './entry-files.ts';
import { problemsIn } from './field-problems.ts';
import { readFields } from './field-values.ts';
import { showProgress } from './form-progress.ts';
import { fillForm, showLength, startingFields } from './form-shape.ts';
import { showLimit } from './limit-counts.ts';
import { meetServer, offerCopies } from './meet-versions.ts';
import { showPreview } from './preview.ts';
import { showEntry } from './state-box.ts';
import { faultsOf, submitEntry } from './submit-entry.ts';
import { openTab } from './tab.ts';
import { Writing } from './writing.ts';

class EntryForm extends HTMLElement {
  #isSubmitting = false;
  #drawing = 0;

  connectedCallback(): void {
    const address = new URLSearchParams(location.search);
    const isAsked = ['id', 'new', 'practice', 'methodology'].some((name) => address.has(name));
    if (!isAsked && this.dataset.alone === undefined) return;
    this.hidden = false;
    void memberInside.then(() => this.#start(address.get('id')));
  }

  get #type(): EntryType {
    const { type } = this.dataset;
    return type === 'adaptation' || type === 'notice' ? type : 'practice';
  }

  async #start(id: string | null): Promise<void> {
    const writing: Writing = new Writing({
      root: this,
      type: this.#type,
      tab: await openTab(),
      onState: (state, error) => this.#stateChanged(writing, state, error),
      onMade: () => this.#made(writing),
    });
    const { api, draft, form, type } = writing;
    try {
      if (id !== null) draft.takeIn(await api.get(id));
    } catch (error) {
      put(this, { failure: sayFailure(error) });
      showPart(this, 'failed');
      return;
    }
    showPart(this, 'form');
    fillForm(writing, draft.entry?.fields ?? startingFields(type, this.dataset.language ?? 'en'));
    if (!draft.entry) draft.startWith(readFields(form));
    showEntry(writing);
    joinFiles(writing);
    draft.copies.setAside();
    this.#listen(writing);
    await offerCopies(writing);
  }

  #listen(writing: Writing): void {
    const { form, autosave } = writing;
    form.addEventListener('input', ({ target }) => this.#written(writing, target));
    form.addEventListener('focusout', ({ target }) => {
      const field = target instanceof Element ? target.closest<HTMLElement>('[data-name]') : null;
      for (const fault of field ? problemsIn(field) : []) markField(fault);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit(writing);
    });
    for (const button of this.querySelectorAll('[data-preview-open]')) {
      button.addEventListener('click', () => showPreview(writing));
    }
    session.onChange((change) => {
      if (change === 'in') autosave.resume();
    });
    window.addEventListener('online', () => void autosave.flush());
    window.addEventListener('pagehide', () => void autosave.flush(true));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void autosave.flush(true);
    });
    window.addEventListener('beforeunload', (event) => {
      // Only where leaving would lose something: this device keeps no copy.
      if (!writing.bar.isKept && autosave.isPending) event.preventDefault();
    });
  }

  /** The copy on the device comes first: before the pause, before the network. */
  #written(writing: Writing, target: EventTarget | null): void {
    const { bar, draft, autosave, form, type } = writing;
    bar.isKept = draft.keepCopy();
    autosave.touch();
    if (!(target instanceof HTMLElement)) return;
    if (target.matches('[data-limit]')) showLimit(target);
    if (target.matches('[name="f-form"]')) showLength(this, form, type);
    // An error that is mended goes at once; a new one waits until the field is left.
    const field = target.closest<HTMLElement>('.field.has-error');
    if (field && problemsIn(field).length === 0) clearFaults(field.parentElement ?? field);
    cancelAnimationFrame(this.#drawing);
    this.#drawing = requestAnimationFrame(() => showProgress(this, form));
  }

  #made(writing: Writing): void {
    const id = encodeURIComponent(writing.draft.entry?.documentId ?? '');
    history.replaceState(history.state, '', `?id=${id}`);
    showEntry(writing);
  }

  #stateChanged(writing: Writing, state: SaveState, error: RequestFailed | null): void {
    const { autosave, bar, draft } = writing;
    const { stuck } = draft;
    bar.show(state, { error, stuck: stuck.map((name) => writing.labelOf(name)) });
    if (state === 'conflict') void meetServer(writing);
    if (state !== 'refused') return;
    for (const fault of faultsOf(error)) markField(fault);
    // The rest is saved without what the CMS does not take.
    if (stuck.length > 0 && draft.unsaved.length > stuck.length) void autosave.flush();
  }

  async #submit(writing: Writing): Promise<void> {
    if (this.#isSubmitting) return;
    this.#isSubmitting = true;
    await submitEntry(writing).finally(() => (this.#isSubmitting = false));
  }
}

customElements.define('entry-form', EntryForm);
