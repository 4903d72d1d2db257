import { type Fault, faultsIn, showFaults } from './form-faults.ts';
import { RequestFailed } from './request-failed.ts';
import { sayFailure } from './words.ts';

/**
 * Runs a small form: what is missing is said before anything is sent, what the CMS refuses after it,
 * and while it works a second press does nothing.
 */
export function runForm(form: HTMLFormElement, act: (values: FormData) => Promise<void>): void {
  let isBusy = false;
  form.noValidate = true;
  const run = async () => {
    const faults = faultsIn(form);
    showFaults(form, faults);
    if (faults.length > 0 || isBusy) return;
    isBusy = true;
    form.setAttribute('aria-busy', 'true');
    try {
      await act(new FormData(form));
    } catch (error) {
      showFaults(form, faultsOfFailure(form, error));
    } finally {
      isBusy = false;
      form.removeAttribute('aria-busy');
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
}

/** A text field of a form; empty where there is none. */
export function valueOf(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value : '';
}

/** What the CMS said, at the fields it named. */
function faultsOfFailure(form: HTMLFormElement, error: unknown): Fault[] {
  if (error instanceof RequestFailed && error.status === 400 && error.faults.length > 0) {
    return error.faults.map(({ path, message }) => {
      const control = form.elements.namedItem(path.split('.').at(-1) ?? '');
      const id = control instanceof HTMLElement ? control.id : null;
      return { id, message, isForeign: true };
    });
  }
  const isForeign = error instanceof RequestFailed && [400, 403, 422].includes(error.status);
  return [{ id: null, message: sayFailure(error), isForeign }];
}
