/** What has drifted apart, as the window knows it: Today shows it, and the navigation counts it. */
import { SvelteSet } from 'svelte/reactivity';
import { language } from '../lib/words.svelte';
import { Attempt } from './attempt.svelte';
import { lookForDrift } from './commands';
import type { Drift } from './types/Drift';

const known = $state<{ found: Drift[] | null }>({ found: null });
const looking = new Attempt();
/** Findings whose people are all shown: one goes to each of them and comes back. */
const unfolded = new SvelteSet<string>();

export const drift = {
  /** What was found, the most pressing first, or null before that is known. */
  get found(): Drift[] | null {
    return known.found;
  },
  /** Asking. */
  get looking(): Attempt {
    return looking;
  },

  /** The keys of those findings. */
  get unfolded(): ReadonlySet<string> {
    return unfolded;
  },
  unfold(key: string, all: boolean): void {
    if (all) unfolded.add(key);
    else unfolded.delete(key);
  },

  async look(): Promise<void> {
    await looking.to(async () => {
      known.found = await lookForDrift(language());
    });
  },

  /** It was locked: another register may be opened next. */
  forget(): void {
    known.found = null;
    unfolded.clear();
    looking.error = null;
  },
};
