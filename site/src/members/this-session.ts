import { send } from './request.ts';
import { Session } from './session.ts';

/** The session of this tab. */
export const session = new Session({
  send,
  locks: navigator.locks,
  channel: new BroadcastChannel('see-session'),
  store: localStorage,
});
