/** A file that an entry has, as its group lists it. */
import { beside } from '../../i18n/beside.ts';
import { copyOf, piece, put } from '../pieces.ts';
import { cmsAddress } from '../request.ts';
import { type Fields, textOf } from '../unknown.ts';

interface Acts {
  change: () => void;
  remove: () => void;
}

/** The line of a file in its group, which calls it by this name. */
export function fileLine(
  group: HTMLElement,
  { alt, title, credit, url }: Fields,
  name: string,
  { change, remove }: Acts,
): HTMLElement {
  const line = copyOf(group, 'file');
  const told = textOf(alt) || textOf(title);
  const place = piece(line, '[data-picture]', HTMLElement);
  if (group.dataset.name === 'images' && textOf(url) !== '') {
    place.append(pictureOf(new URL(textOf(url), cmsAddress()).href, told));
  } else {
    place.remove();
  }
  put(line, { name, told: [told, textOf(credit)].filter(Boolean).join(beside) });
  for (const which of line.querySelectorAll('[data-which]')) which.textContent = ` ${name}`;
  piece(line, '[data-change]', HTMLElement).addEventListener('click', change);
  piece(line, '[data-remove]', HTMLElement).addEventListener('click', remove);
  return line;
}

export function pictureOf(address: string, alt: string): HTMLImageElement {
  const picture = document.createElement('img');
  picture.src = address;
  picture.alt = alt;
  return picture;
}
