/** Shows live how much room each text has left; says it to who listens when little is left. */
import { say } from '../words.ts';

export function showLimit(control: HTMLElement): void {
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
  const limit = Number(control.dataset.limit);
  const count = document.getElementById(`${control.id}-count`);
  const words = count?.querySelector('span');
  if (!count || !words || Number.isNaN(limit)) return;
  const left = limit - control.value.trim().length;
  count.classList.toggle('is-over', left < 0);
  count.querySelector('progress')?.setAttribute('value', String(Math.min(limit, limit - left)));
  words.textContent =
    left < 0 ? say('say.over', { count: -left }) : say('say.left', { count: left });
}

/** All limits of a form, after it was filled by a script. */
export function showLimits(root: HTMLElement): void {
  for (const control of root.querySelectorAll<HTMLElement>('[data-limit]')) showLimit(control);
}
