/** What each button beside a form asks for; the names are Strapi's own. */
const ASKED: ReadonlyMap<string | undefined, string> = new Map([
  ['update', 'plugin::content-manager.explorer.update'],
  ['discard', 'plugin::content-manager.explorer.update'],
  ['publish', 'plugin::content-manager.explorer.publish'],
  ['unpublish', 'plugin::content-manager.explorer.publish'],
]);

const ONLY_OWN = 'admin::is-creator';

interface Granted {
  action: string;
  subject?: string | null;
  conditions?: string[];
}

interface Wanted {
  /** As Strapi names the button. */
  button: string | undefined;
  model: string;
  /** Made by the person who asks, or not saved so far. */
  isOwn: boolean;
}

/** Whether the server would do what a button says; Strapi shows it to whoever may write anything. */
export function mayWrite(granted: readonly Granted[], { button, model, isOwn }: Wanted): boolean {
  const asked = ASKED.get(button);
  if (asked === undefined) return true;
  return granted.some(
    ({ action, subject, conditions = [] }) =>
      action === asked && subject === model && (isOwn || !conditions.includes(ONLY_OWN)),
  );
}
