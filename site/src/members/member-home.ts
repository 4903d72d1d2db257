/** The member's home: what waits for the member, and what came of what is live. */
import { ask } from './ask.ts';
import { type Entry, type EntryType, entryPlurals } from './entry.ts';
import { shownState } from './entry-row.ts';
import { entriesOf } from './entry-source.ts';
import { titleOf } from './entry-title.ts';
import { questionRows, unreadRows } from './home-news.ts';
import { memberInside } from './member.ts';
import { copyOf, piece, put } from './pieces.ts';
import { RequestFailed } from './request-failed.ts';
import { readTrials } from './trials.ts';
import { fieldsOf, listOf, textOf } from './unknown.ts';
import { say, sayFailure } from './words.ts';

const types: readonly EntryType[] = ['practice', 'adaptation', 'notice'];

class MemberHome extends HTMLElement {
  connectedCallback(): void {
    void memberInside.then(() => this.#load());
  }

  async #load(): Promise<void> {
    try {
      const entries = await Promise.all(types.map(entriesOf));
      for (const [index, type] of types.entries()) this.#count(type, entries[index]?.length ?? 0);
      const asks = entries.flatMap((each, index) =>
        each
          .filter((entry) => shownState(entry) === 'changesRequested')
          .map((entry) => this.#askOf(types[index] ?? 'practice', entry)),
      );
      const others = [unreadRows(this), questionRows(this), this.#handOvers()];
      asks.push(...(await Promise.all(others)).flat());
      this.#showAsks(asks);
      await this.#showTrials(entries[0] ?? []);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      piece(this, '[data-status]', HTMLElement).textContent = sayFailure(error);
    }
  }

  #count(type: EntryType, count: number): void {
    const place = document.querySelector(`[data-count="${entryPlurals[type]}"]`);
    if (place && count > 0) place.textContent = String(count);
  }

  #askOf(type: EntryType, entry: Entry): HTMLElement {
    const row = copyOf(this, 'ask');
    const address = `${this.dataset[type] ?? ''}?id=${encodeURIComponent(entry.documentId)}`;
    for (const link of row.querySelectorAll('a')) link.href = address;
    put(row, { title: titleOf(type, entry), message: entry.message });
    return row;
  }

  /** Practices that a colleague wants to hand to this member. */
  async #handOvers(): Promise<HTMLElement[]> {
    const answer = fieldsOf(await ask('GET', '/api/me/hand-overs'));
    return listOf(answer.data).map((each) => {
      const { id, documentId, title, practice, from } = fieldsOf(each);
      const key = textOf(documentId) || String(id);
      const row = copyOf(this, 'hand-over');
      put(row, {
        title: textOf(title) || textOf(fieldsOf(practice).title),
        from: say('say.handOver.from', {
          name: textOf(from) || textOf(fieldsOf(from).displayName),
        }),
      });
      for (const button of row.querySelectorAll<HTMLElement>('[data-answer]')) {
        const answered = button.dataset.answer ?? '';
        button.addEventListener('click', () => void this.#answerHandOver(key, answered, row));
      }
      return row;
    });
  }

  async #answerHandOver(id: string, answered: string, row: HTMLElement): Promise<void> {
    const status = piece(this, '[data-status]', HTMLElement);
    try {
      await ask('POST', `/api/me/hand-overs/${encodeURIComponent(id)}/${answered}`, {
        body: {},
        key: `hand-over-${id}-${answered}`,
      });
      row.remove();
      if (answered === 'accept') location.reload();
      status.textContent = say('say.handOver.declined');
    } catch (error) {
      status.textContent = sayFailure(error);
    }
  }

  #showAsks(asks: readonly HTMLElement[]): void {
    const place = piece(this, '.todo', HTMLElement);
    place.hidden = asks.length === 0;
    piece(place, 'h2', HTMLElement).textContent = say('say.waiting', { count: asks.length });
    piece(place, 'ol', HTMLElement).replaceChildren(...asks);
  }

  /** Towns that told how they tried a practice of this member, from the site's own open data. */
  async #showTrials(practices: readonly Entry[]): Promise<void> {
    const live = practices.filter((entry) => entry.live !== null);
    if (live.length === 0) return;
    const trials = await readTrials();
    const rows = live.flatMap((entry) =>
      trials
        .filter(({ practice }) => practice === textOf(entry.fields.ref))
        .map((trial) => {
          const row = copyOf(this, 'trial');
          put(row, {
            practice: titleOf('practice', entry),
            year: String(trial.year),
            ...trial.told,
          });
          return row;
        }),
    );
    const place = piece(this, '.came-of-it', HTMLElement);
    place.hidden = rows.length === 0;
    piece(place, 'ol', HTMLElement).replaceChildren(...rows);
  }
}

customElements.define('member-home', MemberHome);
