/** What a customer said yes and no to, as words. */
import type { ConsentView } from '../../api/types/ConsentView';
import type { How } from '../../api/types/How';
import { formatDate } from '../../lib/format';
import { language, t } from '../../lib/words.svelte';

const all: readonly How[] = ['spoken', 'paper', 'email', 'checkbox'];

/** How she can have said it, the most usual first. */
export const hows = () => all.map((value) => ({ value, label: t(`how-as-${value}`) }));

export const isRunning = ({ givenOn, withdrawnOn }: ConsentView): boolean => givenOn !== null && withdrawnOn === null;

/** The day on which she said what she said last, or empty. */
export function dateOf({ withdrawnOn, givenOn }: ConsentView): string {
  const on = withdrawnOn ?? givenOn;
  return on ? formatDate(on, language()) : '';
}

/** What she said last. */
export function said(each: ConsentView): string {
  if (each.withdrawnOn && each.withdrawnHow) {
    const vars = { date: dateOf(each), how: t(`how-${each.withdrawnHow}`) };
    return each.givenOn ? t('consent-said-back', vars) : t('consent-said-no', vars);
  }
  if (each.givenOn && each.givenHow) {
    return t('consent-said-yes', { date: dateOf(each), how: t(`how-${each.givenHow}`), version: each.version ?? 0 });
  }
  return t(each.isAsked ? 'consent-said-nothing' : 'consent-said-not-no');
}

/** What goes, and what holds, when the note of what she said last is removed. */
export function removal(each: ConsentView): string {
  if (!each.withdrawnOn) return t('consent-remove-yes');
  return each.givenOn ? t('consent-remove-back') : t('consent-remove-no');
}
