/** How the open register stands to other computers, in words. */
import type { Elsewhere } from '../api/types/Elsewhere';
import type { Standing } from '../api/types/Standing';
import { t } from './words.svelte';

/** What another computer is called, kept to itself whatever its script. */
export function computerWords({ computer }: Elsewhere): string {
  return `\u2068${computer || t('standing-nameless')}\u2069`;
}

/** Why nothing can be changed, and what to do; null when it can. */
export function readOnlyWords({ elsewhere, changed }: Standing): string | null {
  if (elsewhere && !elsewhere.isOver) return t('standing-why-open', { computer: computerWords(elsewhere) });
  if (elsewhere) return t('standing-why-over', { button: t('standing-go-on') });
  return changed ? t('standing-why-changed', { button: t('standing-read') }) : null;
}
