/** Messages about practices: relayed by the platform, so that no side sees an address. */
import { ask } from './ask.ts';
import { optionsOf } from './form/entry-options.ts';
import { memberInside } from './member.ts';
import { fillThread } from './message-lines.ts';
import { copyOf, piece, put, showPart } from './pieces.ts';
import { RequestFailed, SaidFailure } from './request-failed.ts';
import { runForm, valueOf } from './run-form.ts';
import { fieldsOf, listOf, numberOf, textOf } from './unknown.ts';
import { say, sayFailure } from './words.ts';

class MemberMessages extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('[data-again]')?.addEventListener('click', () => void this.#load());
    void memberInside.then(() => {
      void this.#offerToWrite();
      return this.#load();
    });
  }

  /** The form to write to the author of the practice that the link named. */
  async #offerToWrite(): Promise<void> {
    const practice = new URLSearchParams(location.search).get('to') ?? '';
    if (practice === '') return;
    const form = piece(this, 'form[data-write]', HTMLFormElement);
    form.hidden = false;
    put(form, { about: practice });
    const key = crypto.randomUUID();
    runForm(form, async (values) => {
      await this.#send('/api/me/messages', { practice, text: valueOf(values, 'text') }, key);
      form.hidden = true;
      await this.#load();
    });
    const options = await optionsOf('/members/options/practice.json').catch(() => []);
    const option = options.find(({ ref }) => ref === practice);
    if (option) put(form, { about: option.name });
  }

  async #load(): Promise<void> {
    try {
      const answer = await ask('GET', '/api/me/messages?pagination[pageSize]=100');
      const threads = listOf(fieldsOf(answer).data);
      const rows = threads.map((thread) => this.#threadOf(thread));
      piece(this, '[data-threads]', HTMLElement).replaceChildren(...rows);
      showPart(this, threads.length === 0 ? 'empty' : 'list');
      for (const thread of threads) void this.#markSeen(thread);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      put(this, { failure: sayFailure(error) });
      showPart(this, 'failed');
    }
  }

  #threadOf(value: unknown): HTMLElement {
    const thread = fieldsOf(value);
    const id = encodeURIComponent(textOf(thread.id));
    const row = copyOf(this, 'thread');
    fillThread(this, row, thread);
    const form = piece(row, 'form', HTMLFormElement);
    prepareReply(form, id);
    const key = crypto.randomUUID();
    runForm(form, async (values) => {
      await this.#send(`/api/me/messages/${id}/reply`, { text: valueOf(values, 'text') }, key);
      await this.#load();
    });
    piece(row, '[data-report]', HTMLElement).addEventListener('click', () => void this.#report(id));
    if (thread.mayReply !== true) form.remove();
    if (thread.isReported === true) row.querySelector('details')?.remove();
    return row;
  }

  /** What stands here now counts as read; what comes meanwhile does not. */
  async #markSeen(value: unknown): Promise<void> {
    const { id, unread, messages } = fieldsOf(value);
    if (!numberOf(unread)) return;
    const until = textOf(fieldsOf(listOf(messages).at(-1)).at);
    const path = `/api/me/messages/${encodeURIComponent(textOf(id))}/seen`;
    // Where that fails, it counts as new once more.
    await ask('POST', path, { body: { until } }).catch(() => null);
  }

  async #send(path: string, body: unknown, key: string): Promise<void> {
    try {
      await ask('POST', path, { body, key });
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.status !== 429) throw error;
      throw new SaidFailure(say('say.messages.limit'), { cause: error });
    }
    this.#say(say('say.messages.sent'));
  }

  async #report(id: string): Promise<void> {
    try {
      await ask('POST', `/api/me/messages/${id}/report`, { body: {}, key: `report-${id}` });
      await this.#load();
      this.#say(say('say.messages.reported'));
    } catch (error) {
      this.#say(sayFailure(error));
    }
  }

  #say(text: string): void {
    piece(this, '[data-status]', HTMLElement).textContent = text;
  }
}

/** Several threads stand in one page: each reply has ids of its own. */
function prepareReply(form: HTMLFormElement, id: string): void {
  for (const element of form.querySelectorAll('[id], [for], [aria-describedby]')) {
    for (const attribute of ['id', 'for', 'aria-describedby']) {
      const text = element.getAttribute(attribute);
      if (text !== null) element.setAttribute(attribute, `${text}-${id}`);
    }
  }
}

customElements.define('member-messages', MemberMessages);
