/** A message by the link of its mail: read and answered, or reported, without signing in. */
import { dropCode, keptCode } from './code-from-address.ts';
import { LocalCopies } from './form/local-copies.ts';
import { KeptText } from './kept-text.ts';
import { fillThread } from './message-lines.ts';
import { piece, put, showPart } from './pieces.ts';
import { RequestFailed, SaidFailure } from './request-failed.ts';
import { send } from './request.ts';
import { runForm, valueOf } from './run-form.ts';
import { fieldsOf, textOf } from './unknown.ts';
import { say, sayFailure } from './words.ts';

class MessageReply extends HTMLElement {
  #token = '';
  #kept: KeptText | null = null;

  connectedCallback(): void {
    this.#token = keptCode('token');
    this.querySelector('[data-again]')?.addEventListener('click', () => void this.#read());
    runForm(piece(this, 'form', HTMLFormElement), (values) => this.#answer(values));
    const report = piece(this, '[data-report]', HTMLElement);
    report.addEventListener('click', () => void this.#report());
    void this.#read();
  }

  async #read(): Promise<void> {
    showPart(this, 'busy');
    try {
      const answer = await this.#post('/api/reply/read', {});
      const thread = fieldsOf(fieldsOf(answer).data);
      fillThread(this, piece(this, '.thread', HTMLElement), thread);
      this.#kept ??= keepText(this, textOf(thread.id));
      showPart(this, 'thread');
    } catch (error) {
      const isOld = error instanceof RequestFailed && [400, 404].includes(error.status);
      showPart(this, isOld ? 'old' : 'failed');
      if (isOld) dropCode('token');
      else put(this, { failure: sayFailure(error) });
    }
  }

  async #answer(values: FormData): Promise<void> {
    const text = valueOf(values, 'text');
    try {
      await this.#kept?.send((key) => this.#post('/api/reply', { text }, key));
    } catch (error) {
      const status = error instanceof RequestFailed ? error.status : null;
      // What was written stays in the form.
      if (status === 429) throw new SaidFailure(say('say.messages.limit'), { cause: error });
      if (status === 404 || status === 409) {
        dropCode('token');
        throw new SaidFailure(say('say.messages.ended'), { cause: error });
      }
      throw error;
    }
    this.#end('sent');
  }

  async #report(): Promise<void> {
    try {
      await this.#post('/api/reply/report', {});
      this.#end('reported');
    } catch (error) {
      piece(this, '[data-status]', HTMLElement).textContent = sayFailure(error);
    }
  }

  #post(path: string, body: Readonly<Record<string, string>>, key?: string): Promise<unknown> {
    const sent = { token: this.#token, ...body };
    return send(path, { method: 'POST', body: sent, ...(key === undefined ? {} : { key }) });
  }

  #end(part: 'sent' | 'reported'): void {
    dropCode('token');
    showPart(this, part);
    piece(this, `[data-part="${part}"] h2`, HTMLElement).focus();
  }
}

/** Nobody is signed in, so the copy lies with this tab and goes with it. */
function keepText(root: HTMLElement, thread: string): KeptText {
  const box = piece(root, 'textarea', HTMLTextAreaElement);
  return new KeptText(box, copiesOf(thread), new Set());
}

function copiesOf(thread: string): LocalCopies | null {
  try {
    return new LocalCopies(sessionStorage, 'mailed', `message/${thread}`, 'this');
  } catch {
    // A browser that keeps nothing.
    return null;
  }
}

customElements.define('message-reply', MessageReply);
