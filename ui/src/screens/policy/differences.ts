/** What the draft says against the version in force, in words. */
import type { PolicyPreview } from '../../api/types/PolicyPreview';
import { locale, t } from '../../lib/words.svelte';

export function differenceWords({ differences, inForce, draft }: PolicyPreview): string {
  if (!inForce) return t('policy-differences-first');
  if (draft === null) return t('policy-differences-none', { version: inForce.version });
  if (!differences) return t('policy-differences-language', { version: inForce.version });
  const { changed, added, removed, sender, since } = differences;
  const parts = [
    changed > 0 ? t('policy-differences-changed', { count: changed }) : '',
    added > 0 ? t('policy-differences-added', { count: added }) : '',
    removed > 0 ? t('policy-differences-removed', { count: removed }) : '',
    sender ? t('policy-differences-sender') : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return t('policy-differences-elsewhere', { version: since });
  return t('policy-differences-told', { version: since, what: new Intl.ListFormat(locale()).format(parts) });
}
