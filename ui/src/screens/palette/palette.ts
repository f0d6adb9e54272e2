/** What the palette offers: actions by their words, customers by what the list finds. */
import type { CustomerListRow } from '../../api/types/CustomerListRow';
import type { Language } from '../../api/types/Language';
import type { Route } from '../../lib/router.svelte';

export type Choice =
  | { kind: 'customer'; id: string; row: CustomerListRow }
  | { kind: 'go'; id: string; words: string; route: Route }
  | { kind: 'language'; id: string; words: string; language: Language }
  | { kind: 'lock'; id: string; words: string };

/** Customers asked for at a time. */
export const CUSTOMERS = 8;

/** The actions whose words hold every word that was typed. */
export function matching<Action extends { words: string }>(actions: readonly Action[], query: string): Action[] {
  const typed = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter(({ words }) => typed.every((word) => words.toLocaleLowerCase().includes(word)));
}

/** The choice an arrow leads to, round the ends. */
export function step(at: number, by: 1 | -1, count: number): number {
  return count === 0 ? -1 : (at + by + count) % count;
}
