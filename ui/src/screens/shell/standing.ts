/** Another computer's words. */
import type { Elsewhere } from '../../api/types/Elsewhere';
import { dayOf, formatTime, today } from '../../lib/format';
import { language } from '../../lib/words.svelte';
import { whenWords } from '../versions/versions';

/** `14:05`, and with the day when it is another. */
export function sinceWords({ since }: Elsewhere): string {
  return dayOf(since) === today() ? formatTime(since, language()) : whenWords(since);
}
