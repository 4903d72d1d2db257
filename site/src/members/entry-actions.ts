/** What a member does with an entry beside writing it, with a question before what cannot be undone. */
import { ask } from './ask.ts';
import { type Entry, type EntryType, entryPlurals, readAnswer } from './entry.ts';
import { piece } from './pieces.ts';
import { runForm, valueOf } from './run-form.ts';
import { say } from './words.ts';

const routeOfAction = {
  withdraw: 'withdraw',
  reopen: 'reopen',
  copy: 'copy',
  delete: '',
  requestRemoval: 'request-removal',
  handOver: 'hand-over',
} as const;

export type EntryAction = keyof typeof routeOfAction;

/** What is asked before it is done. */
type AskedAction = 'delete' | 'requestRemoval' | 'handOver';

function isAsked(action: EntryAction): action is AskedAction {
  return ['delete', 'requestRemoval', 'handOver'].includes(action);
}

export function isEntryAction(action: string): action is EntryAction {
  return Object.hasOwn(routeOfAction, action);
}

/** Does it and answers the entry it leads to; null where the member thought better of it. */
export async function actOn(
  type: EntryType,
  entry: Entry,
  action: EntryAction,
): Promise<Entry | null> {
  const run = (more: Readonly<Record<string, string>> = {}) => perform(type, entry, action, more);
  return isAsked(action) ? question(action, run) : run();
}

async function perform(
  type: EntryType,
  { documentId, version }: Entry,
  action: EntryAction,
  more: Readonly<Record<string, string>>,
): Promise<Entry> {
  const path = `/api/me/${entryPlurals[type]}/${documentId}`;
  if (action === 'delete') return readAnswer(await ask('DELETE', path));
  const answer = await ask('POST', `${path}/${routeOfAction[action]}`, {
    body: { version, ...more },
    // Pressed twice, or sent again on a bad line, it is done once.
    key: encodeURIComponent([documentId, version, action, ...Object.values(more)].join()).slice(
      0,
      200,
    ),
  });
  return readAnswer(answer);
}

/** Asks in the page's dialog; what the CMS refuses is said in it. */
function question(
  action: AskedAction,
  run: (more: Readonly<Record<string, string>>) => Promise<Entry>,
): Promise<Entry | null> {
  const template = piece(document, 'template[data-name="question"]', HTMLTemplateElement);
  document.body.append(template.content.cloneNode(true));
  const dialog = piece(document, 'dialog[data-question]', HTMLDialogElement);
  piece(dialog, 'h2', HTMLElement).textContent = say(`say.ask.${action}`);
  piece(dialog, 'p', HTMLElement).textContent = say(`say.ask.${action}.text`);
  piece(dialog, 'button[type="submit"]', HTMLElement).textContent = say(`say.do.${action}`);
  const colleague = piece(dialog, '[data-colleague]', HTMLElement);
  if (action !== 'handOver') colleague.remove();
  return new Promise((resolve) => {
    let outcome: Entry | null = null;
    runForm(piece(dialog, 'form', HTMLFormElement), async (values) => {
      const email = valueOf(values, 'email').trim();
      outcome = await run(action === 'handOver' ? { email } : {});
      dialog.close();
    });
    dialog.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('[data-close]')) dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(outcome);
    });
    dialog.showModal();
  });
}
