/**
 * Opens an account with the code of the mailed link. Nothing happens before the member presses the
 * button: programs that look through mail open links too.
 */
import { codeFromAddress } from './code-from-address.ts';
import { piece, showPart } from './pieces.ts';
import { RequestFailed } from './request-failed.ts';
import { send } from './request.ts';
import { runForm, valueOf } from './run-form.ts';

class ConfirmAccount extends HTMLElement {
  #code = '';

  connectedCallback(): void {
    this.#code = codeFromAddress('confirmation');
    showPart(this, this.#code === '' ? 'again' : 'form');
    runForm(piece(this, 'form[data-part="form"]', HTMLFormElement), () => this.#confirm());
    runForm(piece(this, 'form[data-resend]', HTMLFormElement), (values) => this.#resend(values));
  }

  async #confirm(): Promise<void> {
    try {
      const body = { confirmation: this.#code };
      await send('/api/auth/email-confirmation', { method: 'POST', body });
    } catch (error) {
      if (!(error instanceof RequestFailed) || ![400, 404].includes(error.status)) throw error;
      this.#show('again');
      return;
    }
    this.#show('done');
  }

  async #resend(values: FormData): Promise<void> {
    const body = { email: valueOf(values, 'email').trim() };
    await send('/api/auth/send-email-confirmation', { method: 'POST', body });
    piece(this, '[data-resent]', HTMLElement).hidden = false;
  }

  #show(part: string): void {
    showPart(this, part);
    piece(this, `[data-part="${part}"] h2`, HTMLElement).focus();
  }
}

customElements.define('confirm-account', ConfirmAccount);
