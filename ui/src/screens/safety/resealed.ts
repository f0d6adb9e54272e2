import type { Resealed } from '../../api/types/Resealed';
import { formatCount } from '../../lib/format';
import { language, t } from '../../lib/words.svelte';

/** How many earlier versions were sealed anew, and how many could not be. */
export function resealedWords({ sealed, left }: Resealed): string {
  const words = (key: string, count: number) => t(key, { count, figure: formatCount(count, language()) });
  return left === 0 ? words('safety-resealed', sealed) : `${words('safety-resealed', sealed)} ${words('safety-resealed-left', left)}`;
}
