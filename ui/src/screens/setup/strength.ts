import type { Language } from '../../api/types/Language';
import type { Strength } from '../../api/types/Strength';
import { formatCount } from '../../lib/format';
import { t } from '../../lib/words.svelte';

const day = 1 / 365.25;

/** A long time in a figure that says no more than is known: two figures that count, and words from a million up. */
function timeWords(years: number, language: Language): string {
  if (years >= 1_000_000_000) return t('time-billions');
  if (years >= 1_000_000) return t('time-millions', { count: Math.floor(years / 1_000_000) });
  if (years >= 1) {
    const scale = 10 ** Math.max(0, Math.floor(Math.log10(years)) - 1);
    const count = Math.floor(years / scale) * scale;
    return t('time-years', { count, figure: formatCount(count, language) });
  }
  if (years >= day) return t('time-days', { count: Math.floor(years / day) });
  if (years >= day / 24) return t('time-hours', { count: Math.floor((years / day) * 24) });
  return t('time-moments');
}

/** What a thief with the file would need, and what that was counted from. */
export function strengthSentence(strength: Strength, language: Language): string {
  return `${t('strength-time', { time: timeWords(strength.years, language) })} ${t(`strength-counted-${strength.counted}`)}`;
}
