/** Registers, and says where the mail went; never whether the address was known. */
import { pageLanguage } from './page-language.ts';
import { piece, put, showPart } from './pieces.ts';
import { send } from './request.ts';
import { runForm, valueOf } from './run-form.ts';

class RegisterAccount extends HTMLElement {
  #email = '';

  connectedCallback(): void {
    showPart(this, 'form');
    runForm(piece(this, 'form[data-part="form"]', HTMLFormElement), (values) =>
      this.#register(values),
    );
    runForm(piece(this, 'form[data-resend]', HTMLFormElement), () => this.#resend());
  }

  async #register(values: FormData): Promise<void> {
    this.#email = valueOf(values, 'email').trim();
    await send('/api/auth/local/register', {
      method: 'POST',
      body: {
        email: this.#email,
        password: valueOf(values, 'password'),
        displayName: valueOf(values, 'displayName').trim(),
        language: pageLanguage(),
        consentVersion: valueOf(values, 'consentVersion'),
      },
    });
    showPart(this, 'sent');
    put(this, { email: this.#email });
    piece(this, '[data-part="sent"] h2', HTMLElement).focus();
  }

  async #resend(): Promise<void> {
    const body = { email: this.#email };
    await send('/api/auth/send-email-confirmation', { method: 'POST', body });
    piece(this, '[data-resent]', HTMLElement).hidden = false;
  }
}

customElements.define('register-account', RegisterAccount);
