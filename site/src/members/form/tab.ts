/** This tab's own name, kept over a reload, and the names of the tabs that are open. */
const key = 'see-tab';
const prefix = 'see-tab/';

export interface Tab {
  readonly name: string;
  /** The other tabs that are open. */
  readonly others: ReadonlySet<string>;
}

function ownName(): string {
  const known = sessionStorage.getItem(key);
  if (known !== null) return known;
  const name = crypto.randomUUID();
  sessionStorage.setItem(key, name);
  return name;
}

/**
 * Holds a lock under this tab's name until it is closed. A duplicated tab starts with the name of
 * the one it came from, so it takes another.
 */
export async function openTab(): Promise<Tab> {
  let name = ownName();
  const { held = [] } = await navigator.locks.query();
  const open = held.flatMap((lock) =>
    lock.name?.startsWith(prefix) ? [lock.name.slice(prefix.length)] : [],
  );
  if (open.includes(name)) {
    sessionStorage.removeItem(key);
    name = ownName();
  }
  void navigator.locks.request(prefix + name, () => Promise.withResolvers<never>().promise);
  return { name, others: new Set(open) };
}
