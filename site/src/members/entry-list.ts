/** A member's entries of one type, with what waits for the member first. */
import { actOn, type EntryAction } from './entry-actions.ts';
import type { Entry, EntryType } from './entry.ts';
import { makeRow, shownState } from './entry-row.ts';
import { entriesOf, forgetEntries } from './entry-source.ts';
import { memberInside } from './member.ts';
import { piece, put, showPart } from './pieces.ts';
import { RequestFailed } from './request-failed.ts';
import { say, sayFailure } from './words.ts';

function typeOf(text: string | undefined): EntryType {
  return text === 'adaptation' || text === 'notice' ? text : 'practice';
}

class EntryList extends HTMLElement {
  #entries: readonly Entry[] = [];

  connectedCallback(): void {
    piece(this, 'select', HTMLSelectElement).addEventListener('change', () => this.#show());
    this.querySelector('[data-again]')?.addEventListener('click', () => void this.#load());
    void memberInside.then(() => this.#load());
  }

  get #type(): EntryType {
    return typeOf(this.dataset.type);
  }

  async #load(): Promise<void> {
    showPart(this, 'busy');
    try {
      this.#entries = await entriesOf(this.#type);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      put(this, { failure: sayFailure(error) });
      showPart(this, 'failed');
      return;
    }
    showPart(this, this.#entries.length === 0 ? 'empty' : 'list');
    this.#show();
  }

  #show(): void {
    const wanted = piece(this, 'select', HTMLSelectElement).value;
    const entries = this.#entries
      .filter((entry) => wanted === '' || shownState(entry) === wanted)
      .toSorted((one, other) => rankOf(one) - rankOf(other) || later(one, other));
    const rows = entries.map((entry) =>
      makeRow(this, entry, {
        type: this.#type,
        editUrl: this.dataset.editUrl ?? '',
        onAction: (each, action) => void this.#act(each, action),
      }),
    );
    piece(this, '[data-rows]', HTMLElement).replaceChildren(...rows);
    put(this, { heading: say(`say.all.${this.#type}`, { count: this.#entries.length }) });
  }

  async #act(entry: Entry, action: EntryAction): Promise<void> {
    const status = piece(this, '[data-status]', HTMLElement);
    try {
      const outcome = await actOn(this.#type, entry, action);
      if (outcome === null) return;
      forgetEntries(this.#type);
      await this.#load();
      status.textContent = say(`say.done.${action}`);
      piece(this, '[data-part="list"] h2, [data-part="empty"] h2', HTMLElement).focus();
    } catch (error) {
      status.textContent = sayFailure(error);
    }
  }
}

/** What waits for the member, then drafts, then what waits for others. */
function rankOf(entry: Entry): number {
  return ['changesRequested', 'draft', 'submitted', 'accepted', 'declined', 'withdrawn'].indexOf(
    shownState(entry),
  );
}

function later(one: Entry, other: Entry): number {
  return other.updatedAt.localeCompare(one.updatedAt);
}

customElements.define('entry-list', EntryList);
