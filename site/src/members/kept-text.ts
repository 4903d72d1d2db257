/**
 * A message that is being written: kept on this device at every input until it is sent, and sent
 * once however often that is tried. What a reload or a crash left stands in its box again.
 */
import type { LocalCopies } from './form/local-copies.ts';
import { textOf } from './unknown.ts';

type Box = EventTarget & { value: string };

export class KeptText {
  readonly #box: Box;
  readonly #copies: LocalCopies | null;
  #key: string = crypto.randomUUID();

  /** `copies` is null where the browser keeps nothing. */
  constructor(box: Box, copies: LocalCopies | null, openTabs: ReadonlySet<string>) {
    this.#box = box;
    this.#copies = copies;
    this.#bringBack(openTabs);
    box.addEventListener('input', () => {
      this.#key = crypto.randomUUID();
      this.#keep();
    });
  }

  /** The same words sent again under their key are the same message, whose receipt got lost. */
  async send<T>(run: (key: string) => Promise<T>): Promise<T> {
    const key = this.#key;
    const answer = await run(key);
    // What was typed meanwhile stays.
    if (key === this.#key) this.#clear();
    return answer;
  }

  /** What several tabs left is put one below the other: nothing of it is lost. */
  #bringBack(openTabs: ReadonlySet<string>): void {
    this.#copies?.setAside();
    const left = this.#copies?.leftBehind(openTabs).toReversed() ?? [];
    const texts = new Set(left.map(({ fields }) => textOf(fields.text)));
    const [only] = left;
    if (!only) return;
    this.#box.value = [...texts].join('\n\n');
    if (texts.size === 1) this.#key = textOf(only.fields.key) || this.#key;
    for (const { tab } of left) this.#copies?.drop(tab);
    this.#keep();
  }

  #keep(): void {
    const text = this.#box.value;
    if (text === '') this.#copies?.drop();
    else {
      const fields = { text, key: this.#key };
      this.#copies?.keep({ at: Date.now(), version: 0, base: {}, fields });
    }
  }

  #clear(): void {
    this.#key = crypto.randomUUID();
    this.#box.value = '';
    this.#keep();
  }
}
