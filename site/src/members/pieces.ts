/** Pieces of the page that the build made and the scripts fill: only ever with text. */

/** The one element of this selector. Throws where the page lacks it. */
export function piece<E extends HTMLElement>(
  root: ParentNode,
  selector: string,
  kind: abstract new () => E,
): E {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector} to fill.`);
  return found;
}

/** A copy of the page's template of this name. */
export function copyOf(root: ParentNode, name: string): HTMLElement {
  const template = piece(root, `template[data-name="${name}"]`, HTMLTemplateElement);
  const copy = template.content.cloneNode(true);
  const [first] = copy instanceof DocumentFragment ? copy.children : [];
  if (!(first instanceof HTMLElement)) throw new Error(`The template "${name}" is empty.`);
  return first;
}

/** Puts texts into the places `data-put="name"`; a place without a text is taken away. */
export function put(root: HTMLElement, texts: Readonly<Record<string, string | null>>): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-put]')) {
    const text = texts[place.dataset.put ?? ''];
    if (text === undefined) continue;
    if (text === null || text === '') place.remove();
    else place.textContent = text;
  }
}

/** Shows the one of several parts that has this name. */
export function showPart(root: ParentNode, name: string): void {
  for (const part of root.querySelectorAll<HTMLElement>(':scope > [data-part]')) {
    part.hidden = part.dataset.part !== name;
  }
}

/** Words for those who hear the page: the others see what they are about. */
export function unseen(text: string): HTMLElement {
  const words = document.createElement('span');
  words.className = 'vh';
  words.textContent = text;
  return words;
}
