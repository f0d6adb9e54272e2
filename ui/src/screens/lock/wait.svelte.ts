/** Wrong passphrases slow down: how long until the next one is taken. */
import { onDestroy } from 'svelte';
import { waitToUnlock } from '../../api/commands';

/** Made in a component, which it ends with. */
export class Wait {
  #seconds = $state(0);
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    onDestroy(() => clearInterval(this.#timer));
  }

  /** Seconds until the next one is taken. */
  get seconds(): number {
    return this.#seconds;
  }

  /** Asks anew, and counts down. */
  async ask(): Promise<void> {
    this.#until = performance.now() + 1_000 * (await waitToUnlock());
    clearInterval(this.#timer);
    this.#count();
    if (this.#seconds > 0) this.#timer = setInterval(() => this.#count(), 250);
  }

  #count(): void {
    this.#seconds = Math.max(0, Math.ceil((this.#until - performance.now()) / 1_000));
    if (this.#seconds === 0) clearInterval(this.#timer);
  }
}
