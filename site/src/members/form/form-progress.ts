/** How far a form is filled in: each part in the list of parts, all of it in the bar at the foot. */
import { piece, put } from '../pieces.ts';
import { say } from '../words.ts';
import { askedIn, missingIn, problemsIn } from './field-problems.ts';
import { readField } from './field-values.ts';

type PartState = 'done' | 'next' | 'half' | 'stopped';

export function showProgress(root: HTMLElement, form: HTMLElement): void {
  let answered = 0;
  let asked = 0;
  for (const section of form.querySelectorAll<HTMLElement>('.form-part')) {
    const fields = askedIn(section);
    const filled = fields.filter((field) => readField(field) !== null);
    asked += fields.length;
    answered += filled.length;
    showPartState(root, section, stateOf(section, filled.length));
  }
  const meter = piece(root, '[data-meter]', HTMLProgressElement);
  meter.max = Math.max(1, asked);
  meter.value = answered;
  put(root, { answered: say('say.answered', { answered, asked }) });
}

function stateOf(section: HTMLElement, filled: number): PartState {
  if (problemsIn(section).length > 0 || section.querySelector('.has-error')) return 'stopped';
  const isComplete = missingIn(section).length === 0;
  if (filled === 0) return 'next';
  return isComplete ? 'done' : 'half';
}

function showPartState(root: HTMLElement, section: HTMLElement, state: PartState): void {
  const link = root.querySelector(`.toc a[href="#${section.id}"]`);
  const line = link?.closest('li');
  if (!line) return;
  line.classList.toggle('is-err', state === 'stopped');
  line.querySelector('use')?.setAttribute('href', `#n-${state}`);
  const words = line.querySelector('.cap');
  if (words) words.textContent = say(`say.partState.${state}`);
}
