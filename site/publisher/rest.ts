/** After so long without a new release nobody is likely to be in the middle of editing. */
const quietMs = 60_000;

/**
 * Gives back what V8 holds of the memory and does not need, once after each time of work: it would
 * keep what a publish took until the next one. Without Node's `--expose-gc` nothing is done.
 */
export class Rest {
  #release: string | null = null;
  #since = Date.now();
  #isResting = false;

  /** To be told, again and again, which release is live. */
  note(release: string | null): void {
    if (release !== this.#release) {
      this.#release = release;
      this.#since = Date.now();
      this.#isResting = false;
    }
    if (this.#isResting || Date.now() - this.#since < quietMs) return;
    this.#isResting = true;
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }
}
