/** What a screen shows of the core's, asked for anew as the choice changes: the last asked for wins. */
import type { Attempt } from './attempt.svelte';
import { toCommandError } from './errors';

export class Shown<T> {
  /** What was answered last, or null before. */
  value = $state.raw<T | null>(null);
  #asked = 0;
  readonly #attempt: Attempt;
  readonly #ask: () => Promise<T>;

  /** What goes wrong is said where `attempt` says it. */
  constructor(attempt: Attempt, ask: () => Promise<T>) {
    this.#attempt = attempt;
    this.#ask = ask;
  }

  /** Asks. An answer that something later was asked for meanwhile is not shown. */
  async load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const answer = await this.#ask();
      if (mine !== this.#asked) return;
      this.value = answer;
      this.#attempt.error = null;
    } catch (thrown) {
      if (mine === this.#asked) this.#attempt.error = toCommandError(thrown);
    }
  }

  /** Shows what was answered to something else, in the place of what is on its way. */
  show(value: T): void {
    this.#asked += 1;
    this.value = value;
  }
}
