/** A forgotten password: asks for the mail, and sets the new one with the code of its link. */
import { codeFromAddress } from './code-from-address.ts';
import { piece, put, showPart } from './pieces.ts';
import { RequestFailed } from './request-failed.ts';
import { send } from './request.ts';
import { runForm, valueOf } from './run-form.ts';
import { session } from './this-session.ts';
import { fieldsOf, textOf } from './unknown.ts';

class ResetPassword extends HTMLElement {
  #code = '';

  connectedCallback(): void {
    this.#code = codeFromAddress('code');
    showPart(this, this.#code === '' ? 'ask' : 'set');
    runForm(piece(this, 'form[data-part="ask"]', HTMLFormElement), (values) => this.#ask(values));
    runForm(piece(this, 'form[data-part="set"]', HTMLFormElement), (values) => this.#set(values));
  }

  async #ask(values: FormData): Promise<void> {
    const email = valueOf(values, 'email').trim();
    await send('/api/auth/forgot-password', { method: 'POST', body: { email } });
    put(this, { email });
    this.#show('sent');
  }

  async #set(values: FormData): Promise<void> {
    const password = valueOf(values, 'password');
    const body = { code: this.#code, password, passwordConfirmation: password };
    try {
      const answer = await send('/api/auth/reset-password', {
        method: 'POST',
        body,
        isWithCookie: true,
      });
      if (textOf(fieldsOf(answer).jwt) !== '') session.adopt(answer);
    } catch (error) {
      const isAboutCode =
        error instanceof RequestFailed &&
        error.status === 400 &&
        !error.faults.some(({ path }) => path.startsWith('password'));
      if (!isAboutCode) throw error;
      this.#show('old');
      return;
    }
    this.#show('done');
  }

  #show(part: string): void {
    showPart(this, part);
    piece(this, `[data-part="${part}"] h2`, HTMLElement).focus();
  }
}

customElements.define('reset-password', ResetPassword);
