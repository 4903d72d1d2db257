/**
 * Loaded into a publisher before all else, and into what works for it: ends both like a crash right
 * after one call. `SEE_KILL_AT` names the call and, as a pattern, what it is given: `renameSync current$`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [call = '', pattern = ''] = (process.env.SEE_KILL_AT ?? '').split(' ');
const wanted = new RegExp(pattern);

// What the publisher does without waiting has a name that ends so; of the rest it awaits a promise.
const owner = [globalThis, call.endsWith('Sync') ? fs : fs.promises].find((each) => call in each);
const original: unknown = owner && Reflect.get(owner, call);
if (!owner || typeof original !== 'function') throw new Error(`There is no call "${call}".`);

Reflect.set(owner, call, (...given: unknown[]) => {
  const done: unknown = Reflect.apply(original, owner, given);
  const names = given.filter((each) => typeof each === 'string' || each instanceof URL);
  if (!names.some((each) => wanted.test(String(each)))) return done;
  if (done instanceof Promise) return done.finally(end);
  end();
  return done;
});
syncBuiltinESMExports();

function end(): void {
  if (process.connected) process.kill(process.ppid, 'SIGKILL');
  process.kill(process.pid, 'SIGKILL');
}
