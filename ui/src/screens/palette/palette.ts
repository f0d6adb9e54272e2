/** What the palette offers: customers by what the list finds, actions by their words. */
import type { CustomerListRow } from '../../api/types/CustomerListRow';
import type { IconOf } from '../../components/Icon.svelte';

export interface Action {
  kind: 'action';
  id: string;
  icon: IconOf;
  words: string;
  /** Beside the words: the same said in another language, or its key. */
  aside?: string;
  /** Changes the register, or leads to where that is done. */
  writes?: boolean;
  run: () => unknown;
}

export type Choice = Action | { kind: 'customer'; id: string; row: CustomerListRow };

/** Customers asked for at a time. */
export const CUSTOMERS = 8;

/** The actions whose words hold every word that was typed. */
export function matching<Named extends Pick<Action, 'words' | 'aside'>>(actions: readonly Named[], query: string): Named[] {
  const typed = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter(({ words, aside = '' }) => {
    const said = `${words} ${aside}`.toLocaleLowerCase();
    return typed.every((word) => said.includes(word));
  });
}

/** The choice an arrow leads to, round the ends. */
export function step(at: number, by: 1 | -1, count: number): number {
  return count === 0 ? -1 : (at + by + count) % count;
}
