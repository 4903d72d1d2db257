/** What two sides wrote to each other, as one of them reads it. */
import { copyOf, piece, put } from './pieces.ts';
import { fieldsOf, listOf, textOf } from './unknown.ts';
import { say, sayTime } from './words.ts';

/** Fills a place with a thread; `root` holds the template of a message. */
export function fillThread(root: HTMLElement, place: HTMLElement, value: unknown): void {
  const thread = fieldsOf(value);
  const { ref, title } = fieldsOf(thread.practice);
  const name = textOf(thread.with);
  put(place, {
    title: textOf(title) || textOf(ref),
    with: name === '' ? null : say('say.messages.with', { name }),
  });
  const lines = listOf(thread.messages).map((message) => lineOf(root, message, name));
  piece(place, 'ol', HTMLElement).replaceChildren(...lines);
}

function lineOf(root: HTMLElement, value: unknown, name: string): HTMLElement {
  const { isMine, isNew, text, at } = fieldsOf(value);
  const line = copyOf(root, 'message');
  line.dataset.mine = String(isMine === true);
  put(line, {
    text: textOf(text),
    at: sayTime(textOf(at)),
    ...(isMine === true ? {} : { by: name }),
    ...(isNew === true ? {} : { new: null }),
  });
  return line;
}
