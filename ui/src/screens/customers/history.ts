/** What has happened with a customer, as words. */
import type { Channel } from '../../api/types/Channel';
import type { CustomerView } from '../../api/types/CustomerView';
import type { Event } from '../../api/types/Event';
import type { PurchaseLine } from '../../api/types/PurchaseLine';
import { formatCount } from '../../lib/format';
import { language, t } from '../../lib/words.svelte';

export const channels: readonly Channel[] = ['phone', 'sms', 'email', 'meeting', 'party', 'letter', 'social', 'other'];

/** The ways in which a policy is given, the most usual first. */
export const ways: readonly Channel[] = ['meeting', 'party', 'letter', 'email', 'sms', 'link', 'other'];

export type Kept = 'all' | 'purchases' | 'contact';

/** Purchases are bought, contact is all that was said or given. Becoming a customer is neither. */
export function only(kept: Kept, history: readonly Event[]): readonly Event[] {
  if (kept === 'all') return history;
  if (kept === 'purchases') return history.filter(({ kind }) => kind === 'purchase');
  return history.filter(({ kind }) => kind !== 'purchase' && kind !== 'added');
}

/** `Dagkräm havre 50 ml, Handkräm havre 75 ml, 4 st`. */
export function linesWords(lines: readonly PurchaseLine[]): string {
  return lines
    .map(({ product, quantity }) =>
      quantity === 1 ? product : t('history-line', { product, quantity: formatCount(quantity, language()) }),
    )
    .join(', ');
}

/** The first day that is known of her: what was bought may be older than the register. */
export function customerSince({ addedOn, history }: CustomerView): string {
  return history.reduce((first, { on }) => (on < first ? on : first), addedOn);
}

/** How and when she was given the latest policy, or null. */
export function policyGiven({ policyVersion, history }: CustomerView): Extract<Event, { kind: 'policyGiven' }> | null {
  for (const event of history) if (event.kind === 'policyGiven' && event.version === policyVersion) return event;
  return null;
}
