/**
 * A member's threads, each with what is half written in it. A thread that changes is filled anew
 * where it stands: the others, and where the member is, stay as they are.
 */
import { ask } from './ask.ts';
import type { KeptText } from './kept-text.ts';
import { fillThread } from './message-lines.ts';
import { copyOf, piece, showPart } from './pieces.ts';
import { runForm, valueOf } from './run-form.ts';
import { sendMessage } from './send-message.ts';
import { fieldsOf, textOf } from './unknown.ts';
import { say, sayFailure } from './words.ts';

interface ThreadParts {
  readonly root: HTMLElement;
  /** Keeps what is written in a form to this address until it is sent. */
  readonly keep: (form: HTMLFormElement, to: string) => KeptText;
  readonly say: (text: string) => void;
}

export class MessageThreads {
  readonly #parts: ThreadParts;
  readonly #rows = new Map<string, HTMLElement>();

  constructor(parts: ThreadParts) {
    this.#parts = parts;
  }

  /** New ones are put above those that stand here. */
  show(threads: readonly unknown[]): void {
    const { root } = this.#parts;
    const known = new Set(this.#rows.values());
    const rows = threads.map((thread) => this.#fill(thread));
    const added = rows.filter((row) => !known.has(row));
    piece(root, '[data-threads]', HTMLElement).prepend(...added);
    showPart(root, this.#rows.size === 0 ? 'empty' : 'list');
  }

  #fill(value: unknown): HTMLElement {
    const thread = fieldsOf(value);
    const id = encodeURIComponent(textOf(thread.id));
    const row = this.#rows.get(id) ?? this.#rowOf(id);
    fillThread(this.#parts.root, row, thread);
    if (thread.mayReply !== true) row.querySelector('form')?.remove();
    if (thread.isReported === true) row.querySelector('details')?.remove();
    return row;
  }

  #rowOf(id: string): HTMLElement {
    const row = copyOf(this.#parts.root, 'thread');
    this.#rows.set(id, row);
    ownIds(row, id);
    const form = piece(row, 'form', HTMLFormElement);
    const kept = this.#parts.keep(form, id);
    runForm(form, async (values) => {
      const body = { text: valueOf(values, 'text') };
      const path = `/api/me/messages/${id}/reply`;
      const answer = await kept.send((key) => sendMessage(path, body, key));
      this.show([fieldsOf(answer).data]);
      this.#parts.say(say('say.messages.sent'));
    });
    piece(row, '[data-report]', HTMLElement).addEventListener('click', () => {
      void this.#report(row, id);
    });
    return row;
  }

  async #report(row: HTMLElement, id: string): Promise<void> {
    try {
      const path = `/api/me/messages/${id}/report`;
      const answer = await ask('POST', path, { body: {}, key: `report-${id}` });
      this.show([fieldsOf(answer).data]);
      this.#parts.say(say('say.messages.reported'));
      // The button that was pressed is gone.
      piece(row, 'h2', HTMLElement).focus();
    } catch (error) {
      this.#parts.say(sayFailure(error));
    }
  }
}

const pointers = ['id', 'for', 'aria-describedby', 'aria-labelledby'];

/** Several threads stand in one page: each has ids of its own. */
function ownIds(row: HTMLElement, id: string): void {
  for (const element of row.querySelectorAll(pointers.map((name) => `[${name}]`).join())) {
    for (const name of pointers) {
      const ids = element.getAttribute(name);
      if (ids === null) continue;
      element.setAttribute(
        name,
        ids.replace(/\S+/g, (each) => `${each}-${id}`),
      );
    }
  }
}
