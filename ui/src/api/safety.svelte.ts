/** What keeps the register safe, as the window knows it: its own screen shows it, and the shell reminds of it until it is done. */
import { SvelteSet } from 'svelte/reactivity';
import { clearToasts, toast } from '../lib/toasts.svelte';
import { t } from '../lib/words.svelte';
import { Attempt } from './attempt.svelte';
import { backUp, viewSafety } from './commands';
import type { MissingAttachment } from './types/MissingAttachment';
import type { Safety } from './types/Safety';

export type Reminder = 'sheet' | 'backup';

const known = $state<{ view: Safety | null; lost: readonly MissingAttachment[] }>({ view: null, lost: [] });
/** Put off until the program is closed. */
const later = new SvelteSet<Reminder>();
const loading = new Attempt();
const backingUp = new Attempt();

function isDue(reminder: Reminder): boolean {
  if (!known.view || later.has(reminder)) return false;
  return reminder === 'sheet' ? known.view.recoveryTestedAt === null : known.view.backupDue;
}

export const safety = {
  /** How it stands, or null before that is known. */
  get view(): Safety | null {
    return known.view;
  },
  /** Customers' files that the last backup could not hold. */
  get lost(): readonly MissingAttachment[] {
    return known.lost;
  },
  /** Asking how it stands. */
  get loading(): Attempt {
    return loading;
  },
  /** The backup that is being made, or why it was not. */
  get backingUp(): Attempt {
    return backingUp;
  },
  /** What waits to be done, one thing at a time. */
  get due(): Reminder | null {
    return (['sheet', 'backup'] as const).find(isDue) ?? null;
  },

  load(): Promise<void> {
    return loading.to(async () => {
      known.view = await viewSafety();
    });
  },

  /** To where the last one went, or where she says. */
  backUp(elsewhere: boolean): Promise<void> {
    return backingUp.to(async () => {
      // That the one before went well is no news of this one.
      clearToasts();
      const done = await backUp(elsewhere);
      if (!done) return;
      known.view = done.safety;
      known.lost = done.lost;
      if (done.lost.length === 0) toast(t('safety-backup-done'));
    });
  },

  putOff(reminder: Reminder): void {
    later.add(reminder);
  },

  /** It was locked: another register may be opened next. */
  forget(): void {
    known.view = null;
    known.lost = [];
    backingUp.error = null;
  },
};
