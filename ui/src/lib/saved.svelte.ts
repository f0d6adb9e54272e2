/** Whether what is on screen is on disk. The API layer drives it for every command that changes the register. */
import type { Rule } from '../api/types/Rule';

export type SavedState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'saving' }
  | { kind: 'notSaved'; reason: Rule | null };

/** How the latest attempt that ended left it. */
type Settled = Exclude<SavedState, { kind: 'saving' }>;

const known = $state<{ settled: Settled; underWay: number }>({ settled: { kind: 'saved', at: null }, underWay: 0 });

export function savedState(): SavedState {
  return known.underWay > 0 ? { kind: 'saving' } : known.settled;
}

/** As long as a change has not reached the disk, also while the next attempt is under way; null when all is well. */
export function notSaved(): { reason: Rule | null } | null {
  return known.settled.kind === 'notSaved' ? known.settled : null;
}

function settle(next: Settled): void {
  known.settled = next;
  known.underWay = Math.max(0, known.underWay - 1);
}

export const saved = {
  begin(): void {
    known.underWay += 1;
  },
  /** It is on disk since `at` (RFC 3339). */
  done(at: string): void {
    settle({ kind: 'saved', at });
  },
  /** The change could not be put on disk. This stays until a later one can. */
  failed(reason: Rule | null): void {
    settle({ kind: 'notSaved', reason });
  },
  /** Nothing was changed, so what held before holds still. */
  unchanged(): void {
    settle(known.settled);
  },
  /** A register was opened or locked: nothing waits. */
  reset(): void {
    known.underWay = 0;
    known.settled = { kind: 'saved', at: null };
  },
};
