/**
 * The door of the section: shows the sign-in form to strangers and the page to members. Where the
 * session ends while a member writes, it asks for the password in a dialog, and the page stays.
 */
import { ask } from './ask.ts';
import { letIn, type Member, readMember } from './member.ts';
import { nextPath } from './next-path.ts';
import { piece, showPart } from './pieces.ts';
import { RequestFailed, SaidFailure } from './request-failed.ts';
import { runForm, valueOf } from './run-form.ts';
import type { SessionChange } from './session.ts';
import { session } from './this-session.ts';
import { say } from './words.ts';

class MemberGate extends HTMLElement {
  #member: Member | null = null;

  connectedCallback(): void {
    session.onChange((change) => this.#changed(change));
    for (const form of this.querySelectorAll<HTMLFormElement>('form[data-sign-in]')) {
      runForm(form, (values) => this.#signIn(values));
    }
    for (const button of this.querySelectorAll('[data-sign-out]')) {
      button.addEventListener('click', () => void this.#signOut());
    }
    this.addEventListener('click', ({ target }) => {
      const pressed = target instanceof Element ? target : this;
      const dialog = this.#dialog;
      if (pressed.closest('[data-close-again]')) dialog.close();
      if (pressed.closest('[data-sign-in-again]')) dialog.showModal();
    });
    this.querySelector('[data-again]')?.addEventListener('click', () => void this.#open());
    void this.#open();
  }

  async #open(): Promise<void> {
    showPart(this, 'busy');
    const state = await session.start();
    if (state !== 'in') {
      showPart(this, state);
      return;
    }
    await this.#enter();
  }

  async #enter(): Promise<void> {
    try {
      this.#member = readMember(await ask('GET', '/api/me'));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      showPart(this, error.isPassing ? 'unreachable' : 'out');
      return;
    }
    const next = nextPath(location.search, '');
    if (next !== '' && this.dataset.home !== undefined) {
      location.replace(next);
      return;
    }
    for (const place of this.querySelectorAll('[data-member-name]')) {
      place.textContent = this.#member.displayName;
    }
    showPart(this, 'in');
    letIn(this.#member);
  }

  async #signIn(values: FormData): Promise<void> {
    try {
      await session.signIn(valueOf(values, 'identifier'), valueOf(values, 'password'));
    } catch (error) {
      const isRefused = error instanceof RequestFailed && [400, 401].includes(error.status);
      if (!isRefused) throw error;
      throw new SaidFailure(say('say.wrongPassword'), { cause: error });
    }
  }

  async #signOut(): Promise<void> {
    try {
      await session.signOut();
    } catch (error) {
      // Here it has ended all the same; the CMS forgets it when its time is over.
      if (!(error instanceof RequestFailed)) throw error;
    }
    location.assign(this.dataset.homeUrl ?? '/members');
  }

  get #dialog(): HTMLDialogElement {
    return piece(this, 'dialog[data-again-dialog]', HTMLDialogElement);
  }

  #changed(change: SessionChange): void {
    const dialog = this.#dialog;
    if (change === 'in') {
      // Somebody else's page is not to be seen; what was typed lies with the account that typed it.
      if (session.isAnothers) location.reload();
      else if (this.#member === null) void this.#enter();
      dialog.close();
    } else if (this.#member !== null && !dialog.open) {
      dialog.showModal();
    }
  }
}

customElements.define('member-gate', MemberGate);
