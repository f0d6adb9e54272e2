/** What a screen asks of the core, one thing at a time. */
import { toCommandError, type CommandError } from './errors';

export class Attempt {
  #busy = $state(false);
  /** Why the last one failed, or null. What a screen asks for by the way says so here too. */
  error = $state.raw<CommandError | null>(null);

  /** Whether one is going on. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Does it, unless something else is going on. */
  async to(doing: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.error = null;
    try {
      await doing();
    } catch (thrown) {
      this.error = toCommandError(thrown);
    } finally {
      this.#busy = false;
    }
  }
}
