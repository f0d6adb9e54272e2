/** Another computer's words. */
import type { Elsewhere } from '../../api/types/Elsewhere';
import { dayOf, formatTime, today } from '../../lib/format';
import { language, t } from '../../lib/words.svelte';
import { whenWords } from '../versions/versions';

/** What it is called, kept to itself whatever its script. */
export function computerWords({ computer }: Elsewhere): string {
  return `\u2068${computer || t('standing-nameless')}\u2069`;
}

/** `14:05`, and with the day when it is another. */
export function sinceWords({ since }: Elsewhere): string {
  return dayOf(since) === today() ? formatTime(since, language()) : whenWords(since);
}
