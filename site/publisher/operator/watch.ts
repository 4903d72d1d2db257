import type { Condition, Message } from './condition.ts';
import type { KnownFault, StateFile } from './state-file.ts';

const resendMs = 60_000;

export interface WatchOptions {
  state: StateFile;
  send: (message: Message) => Promise<void>;
  /** Where things are, for the end of each mail. */
  signature: string;
  now: () => Date;
  log: (line: string) => void;
}

/**
 * Tells of each condition once when it has been wrong for too long, and once when it is over. What
 * was told is remembered over restarts; a mail that did not go out is tried again.
 */
export class Watch {
  readonly #options: WatchOptions;
  #isSending = false;
  #nextTry = 0;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Looks at all conditions; fulfilled when what is due was sent or could not be. Never rejects. */
  async note(conditions: readonly Condition[]): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    const wrong = new Set(
      conditions.filter((each) => this.#faultOf(each) !== null).map(({ name }) => name),
    );
    try {
      for (const condition of conditions) {
        const fault = this.#faultOf(condition);
        const isExplained = condition.explainedBy?.some((name) => wrong.has(name)) === true;
        if (fault === null) await this.#noteRight(condition);
        else await this.#noteWrong(condition, fault, isExplained);
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** A fault that tells itself how old it is counts as none while it is young. */
  #faultOf({ fault, since, patienceMs }: Condition): string | null {
    const isYoung = since && this.#options.now().getTime() - since.getTime() < patienceMs;
    return isYoung ? null : fault;
  }

  async #noteWrong(condition: Condition, fault: string, isExplained: boolean): Promise<void> {
    const { state, now } = this.#options;
    const { name, patienceMs } = condition;
    const known = state.get(name);
    if (isExplained && !known?.told) {
      state.set(name, null);
      return;
    }
    const since = condition.since?.toISOString() ?? known?.since ?? now().toISOString();
    const seen: KnownFault = { since, told: known?.told ?? false, rightSince: null };
    state.set(name, seen);
    if (seen.told || now().getTime() - Date.parse(since) < patienceMs) return;
    const text = [`Since ${since}:`, fault, '', condition.advice];
    if (await this.#send(condition.title.alarm, text)) state.set(name, { ...seen, told: true });
  }

  async #noteRight({ name, calmMs, title }: Condition): Promise<void> {
    const { state, now } = this.#options;
    const known = state.get(name);
    if (!known?.told) {
      state.set(name, null);
      return;
    }
    const rightSince = known.rightSince ?? now().toISOString();
    state.set(name, { ...known, rightSince });
    if (now().getTime() - Date.parse(rightSince) < calmMs) return;
    const text = [`It was wrong from ${known.since} to ${rightSince}. Nothing is left to do.`];
    if (await this.#send(title.recovery, text)) state.set(name, null);
  }

  async #send(title: string, lines: readonly string[]): Promise<boolean> {
    const { send, signature, now, log } = this.#options;
    if (now().getTime() < this.#nextTry) return false;
    try {
      const text = [...lines, '', signature, ''].join('\n');
      await send({ subject: `SEE City Platform: ${title}`, text });
      log(`told the operator: ${title}`);
      return true;
    } catch (error) {
      this.#nextTry = now().getTime() + resendMs;
      log(`the operator could not be told "${title}": ${String(error)}`);
      return false;
    }
  }
}
