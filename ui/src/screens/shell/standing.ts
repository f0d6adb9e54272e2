/** Another computer's words. */
import type { Elsewhere } from '../../api/types/Elsewhere';
import { dayOf, formatTime, today } from '../../lib/format';
import { computerWords } from '../../lib/standing';
import { language, t } from '../../lib/words.svelte';
import { whenWords } from '../versions/versions';

/** Where it is open, and since when as far as that is known: `14:05`, and with the day when it is another. */
export function readingWords(elsewhere: Elsewhere): string {
  const { since } = elsewhere;
  const computer = computerWords(elsewhere);
  if (since === null) return t('standing-reading-unknown', { computer });
  return t('standing-reading', { computer, when: dayOf(since) === today() ? formatTime(since, language()) : whenWords(since) });
}
