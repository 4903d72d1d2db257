/** Messages about practices: relayed by the platform, so that no side sees an address. */
import { ask } from './ask.ts';
import { optionsOf } from './form/entry-options.ts';
import { LocalCopies } from './form/local-copies.ts';
import { openTab, type Tab } from './form/tab.ts';
import { KeptText } from './kept-text.ts';
import { memberInside } from './member.ts';
import { MessageThreads } from './message-threads.ts';
import { piece, put, showPart } from './pieces.ts';
import { RequestFailed } from './request-failed.ts';
import { runForm, valueOf } from './run-form.ts';
import { sendMessage } from './send-message.ts';
import { session } from './this-session.ts';
import { fieldsOf, listOf, numberOf, textOf } from './unknown.ts';
import { say, sayFailure } from './words.ts';

class MemberMessages extends HTMLElement {
  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    await memberInside;
    const tab = await openTab();
    const threads = new MessageThreads({
      root: this,
      keep: (form, to) => keepText(form, to, tab),
      say: (text) => this.#say(text),
    });
    this.querySelector('[data-again]')?.addEventListener('click', () => void this.#load(threads));
    void this.#offerToWrite(threads, tab);
    await this.#load(threads);
  }

  /** The form to write to the author of the practice that the link named. */
  async #offerToWrite(threads: MessageThreads, tab: Tab): Promise<void> {
    const practice = new URLSearchParams(location.search).get('to') ?? '';
    if (practice === '') return;
    const form = piece(this, 'form[data-write]', HTMLFormElement);
    const kept = keepText(form, encodeURIComponent(practice), tab);
    form.hidden = false;
    put(form, { about: practice });
    runForm(form, async (values) => {
      const body = { practice, text: valueOf(values, 'text') };
      await kept.send((key) => sendMessage('/api/me/messages', body, key));
      form.hidden = true;
      this.#say(say('say.messages.sent'));
      await this.#load(threads);
      // The form that was sent is gone.
      this.querySelector<HTMLElement>('[data-threads] h2')?.focus();
    });
    const options = await optionsOf('/members/options/practice.json').catch(() => []);
    const option = options.find(({ ref }) => ref === practice);
    if (option) put(form, { about: option.name });
  }

  async #load(threads: MessageThreads): Promise<void> {
    try {
      const answer = await ask('GET', '/api/me/messages?pagination[pageSize]=100');
      const found = listOf(fieldsOf(answer).data);
      threads.show(found);
      for (const thread of found) void this.#markSeen(thread);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      put(this, { failure: sayFailure(error) });
      showPart(this, 'failed');
    }
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

  #say(text: string): void {
    piece(this, '[data-status]', HTMLElement).textContent = text;
  }
}

/** Copies lie with the account that wrote them; `to` is a practice or a thread. */
function keepText(form: HTMLFormElement, to: string, tab: Tab): KeptText {
  const account = session.entered ?? '';
  const copies = new LocalCopies(localStorage, account, `message/${to}`, tab.name);
  return new KeptText(piece(form, 'textarea', HTMLTextAreaElement), copies, tab.others);
}

customElements.define('member-messages', MemberMessages);
