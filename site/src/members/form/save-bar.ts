/** The bar at the foot of a form: how it stands with saving, always in sight, told politely. */
import { piece } from '../pieces.ts';
import type { RequestFailed } from '../request-failed.ts';
import { say, sayFailure, sayList, sayTime } from '../words.ts';
import type { SaveState } from './autosave.ts';

const nodes: Readonly<Record<SaveState, string>> = {
  saved: 'done',
  changed: 'now',
  saving: 'now',
  waiting: 'half',
  signedOut: 'half',
  refused: 'stopped',
  conflict: 'half',
};

export class SaveBar {
  /** Whether this device keeps a copy of what is not saved. */
  isKept = true;
  readonly #bar: HTMLElement;
  #at = '';

  constructor(bar: HTMLElement) {
    this.#bar = bar;
  }

  /** The server holds it since then. */
  savedAt(iso: string): void {
    if (iso === '') return;
    this.#at = sayTime(iso);
    this.#put('saved', say('say.saved', { time: this.#at }), '');
  }

  show(
    state: SaveState,
    { error, stuck }: { error: RequestFailed | null; stuck: readonly string[] },
  ): void {
    if (state === 'saved') this.#at = sayTime(Date.now());
    const [words, more] = this.#wordsFor(state, error, stuck);
    const isPartly = state === 'saved' && stuck.length > 0;
    this.#put(isPartly ? 'refused' : state, words, more);
    // Every keystroke is not worth a word; an outcome is.
    if (state !== 'changed' && state !== 'saving') this.say(`${words} ${more}`);
    piece(this.#bar, '[data-sign-in-again]', HTMLElement).hidden = state !== 'signedOut';
  }

  /** Tells something to those who listen, and shows it. */
  say(text: string): void {
    piece(this.#bar, '[role="status"]', HTMLElement).textContent = text;
  }

  #wordsFor(
    state: SaveState,
    error: RequestFailed | null,
    stuck: readonly string[],
  ): [string, string] {
    const kept = this.isKept ? say('say.kept') : say('say.notKept');
    const list = sayList(stuck, 'conjunction');
    if (stuck.length > 0 && (state === 'saved' || state === 'refused')) {
      return [say('say.savedWithout', { names: list }), kept];
    }
    if (state === 'saved') return [say('say.saved', { time: this.#at }), ''];
    if (state === 'changed') return [say('say.unsaved'), kept];
    if (state === 'saving') return [say('say.saving'), kept];
    if (state === 'signedOut') return [say('say.signedOut'), kept];
    if (state === 'conflict') return [say('say.changedElsewhere'), kept];
    return [error ? sayFailure(error) : say('say.closed'), kept];
  }

  #put(state: SaveState, words: string, more: string): void {
    this.#bar.dataset.state = state;
    this.#bar.querySelector('use')?.setAttribute('href', `#n-${nodes[state]}`);
    piece(this.#bar, '[data-now]', HTMLElement).textContent = words;
    piece(this.#bar, '[data-more]', HTMLElement).textContent = more;
  }
}
