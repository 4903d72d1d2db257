/** The yearly question of a mail: one press answers it, without signing in. */
import { codeFromAddress } from './code-from-address.ts';
import { piece, put, showPart } from './pieces.ts';
import { RequestFailed } from './request-failed.ts';
import { send } from './request.ts';
import { fieldsOf, textOf } from './unknown.ts';
import { sayFailure } from './words.ts';

class StillAlive extends HTMLElement {
  #token = '';
  #isBusy = false;

  connectedCallback(): void {
    this.#token = codeFromAddress('token');
    for (const button of this.querySelectorAll<HTMLElement>('[data-answer]')) {
      button.addEventListener('click', () => void this.#answer(button.dataset.answer ?? ''));
    }
    this.querySelector('[data-again]')?.addEventListener('click', () => void this.#look());
    void this.#look();
  }

  async #look(): Promise<void> {
    showPart(this, 'busy');
    try {
      const path = `/api/still-alive?token=${encodeURIComponent(this.#token)}`;
      this.#show(await send(path, { method: 'GET' }));
    } catch (error) {
      this.#failed(error);
    }
  }

  async #answer(answer: string): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const note = piece(this, 'textarea', HTMLTextAreaElement).value.trim();
    const body = { token: this.#token, answer, ...(note === '' ? {} : { note }) };
    try {
      this.#show(await send('/api/still-alive', { method: 'POST', body }));
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#isBusy = false;
    }
  }

  #show(answered: unknown): void {
    const { title, answer } = fieldsOf(fieldsOf(answered).data);
    const isDone = textOf(answer) !== '';
    showPart(this, isDone ? 'done' : 'ask');
    for (const place of this.querySelectorAll('[data-title]')) place.textContent = textOf(title);
    if (isDone) piece(this, '[data-part="done"] h2', HTMLElement).focus();
  }

  #failed(error: unknown): void {
    if (error instanceof RequestFailed && error.status === 409) {
      showPart(this, 'done');
      return;
    }
    const isOld = error instanceof RequestFailed && [400, 404].includes(error.status);
    showPart(this, isOld ? 'old' : 'failed');
    if (!isOld) put(this, { failure: sayFailure(error) });
  }
}

customElements.define('still-alive', StillAlive);
