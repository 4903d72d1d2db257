import { copiesOf, type CopyStore } from './local-copies.ts';

/** Takes every copy of an account off this device. */
export function dropCopiesOf(store: CopyStore, account: string): void {
  const names = Array.from({ length: store.length }, (_, index) => store.key(index));
  for (const name of names) if (name?.startsWith(copiesOf(account))) store.removeItem(name);
}
