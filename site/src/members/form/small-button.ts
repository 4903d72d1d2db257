import { unseen } from '../pieces.ts';

/** A small button whose full name says what it is about, to those who do not see where it stands. */
export function smallButton(text: string, about: string, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link-button';
  const hidden = unseen(about);
  hidden.dataset.of = about;
  button.append(`${text} `, hidden);
  button.addEventListener('click', run);
  return button;
}
