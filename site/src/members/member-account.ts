/** The member's own data: changes them, takes them along, and erases them. */
import './form/entry-picker.ts';
import { ask } from './ask.ts';
import { showFaults } from './form-faults.ts';
import { dropCopiesOf } from './form/drop-copies.ts';
import { readFields, writeFields } from './form/field-values.ts';
import { memberInside } from './member.ts';
import { piece } from './pieces.ts';
import { RequestFailed } from './request-failed.ts';
import { send } from './request.ts';
import { runForm, valueOf } from './run-form.ts';
import { session } from './this-session.ts';
import { fieldsOf, textOf } from './unknown.ts';
import { say, sayFailure } from './words.ts';

class MemberAccount extends HTMLElement {
  connectedCallback(): void {
    const form = (name: string) => piece(this, `form[data-form="${name}"]`, HTMLFormElement);
    const profile = form('profile');
    void memberInside.then((member) => {
      writeFields(profile, { ...member });
      piece(this, '[data-email]', HTMLElement).textContent = member.email;
    });
    runForm(profile, async () => {
      await ask('PUT', '/api/me', { body: readFields(profile) });
      this.#say(profile, say('say.account.saved'));
    });
    runForm(form('password'), (values) => this.#changePassword(form('password'), values));
    runForm(form('export'), () => this.#export(form('export')));
    runForm(form('erase'), (values) => this.#erase(form('erase'), values));
  }

  async #changePassword(form: HTMLFormElement, values: FormData): Promise<void> {
    const password = valueOf(values, 'newPassword');
    const body = {
      currentPassword: valueOf(values, 'currentPassword'),
      password,
      passwordConfirmation: password,
    };
    const token = session.token ?? (await session.renew(null));
    const path = '/api/auth/change-password';
    const answer = await send(path, { method: 'POST', body, token, isWithCookie: true });
    if (textOf(fieldsOf(answer).jwt) !== '') session.adopt(answer);
    form.reset();
    this.#say(form, say('say.account.password'));
  }

  async #export(form: HTMLFormElement): Promise<void> {
    const answer = await ask('GET', '/api/me/export');
    const text = JSON.stringify(answer, null, 2);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'see-city-platform.json';
    link.click();
    URL.revokeObjectURL(link.href);
    this.#say(form, say('say.account.exported'));
  }

  async #erase(form: HTMLFormElement, values: FormData): Promise<void> {
    const { account } = session;
    const body = { password: valueOf(values, 'password'), practices: valueOf(values, 'practices') };
    try {
      await ask('DELETE', '/api/me', { body });
    } catch (error) {
      if (!(error instanceof RequestFailed) || ![400, 403].includes(error.status)) throw error;
      const [fault] = error.faults;
      const message = fault?.message ?? error.message;
      showFaults(form, [
        { id: 'erase-password', message: message || sayFailure(error), isForeign: true },
      ]);
      return;
    }
    dropCopiesOf(localStorage, account ?? '');
    session.forget();
    piece(this, '[data-all]', HTMLElement).hidden = true;
    const gone = piece(this, '[data-gone]', HTMLElement);
    gone.hidden = false;
    piece(gone, 'h2', HTMLElement).focus();
  }

  #say(form: HTMLFormElement, text: string): void {
    piece(form, '[role="status"]', HTMLElement).textContent = text;
  }
}

customElements.define('member-account', MemberAccount);
