/** Who was informed, as the list shows it. */
import type { Informed } from '../../api/types/Informed';
import type { InformedRow } from '../../api/types/InformedRow';
import { informedOnly, type InformedOnly } from '../../lib/router.svelte';

/** Whether somebody belongs to those that are shown. `latest` is the version that says what is done now, or null. */
export function isOne(row: InformedRow, only: InformedOnly, latest: number | null): boolean {
  const hasLatest = latest !== null && row.version === latest;
  switch (only) {
    case 'all':
      return true;
    case 'lacking':
      return !hasLatest;
    case 'others':
      return row.dueOn !== null;
    case 'none':
      return row.version === null;
    case 'older':
      return row.version !== null && !hasLatest;
    case 'latest':
      return hasLatest;
  }
}

/** The version that says what is done now. Where none does, everyone lacks it: also who has the one in force. */
export const latestOf = ({ inForce, isOutdated }: Informed): number | null => (isOutdated ? null : (inForce?.version ?? null));

/** How many there are of each. */
export function countsOf(informed: Informed): Record<InformedOnly, number> {
  const latest = latestOf(informed);
  const counts = { lacking: 0, others: 0, none: 0, older: 0, latest: 0, all: 0 };
  for (const row of informed.rows) for (const only of informedOnly) if (isOne(row, only, latest)) counts[only] += 1;
  return counts;
}

/** Those shown: of those asked for, whose name holds every word; who must be told soonest first, then by name. */
export function shown(informed: Informed, only: InformedOnly, query: string, collator: Intl.Collator): InformedRow[] {
  const latest = latestOf(informed);
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (row: InformedRow) => {
    const name = `${row.givenName} ${row.familyName}`.toLocaleLowerCase();
    return words.every((word) => name.includes(word));
  };
  const name = (row: InformedRow) => `${row.familyName || row.givenName} ${row.givenName}`;
  return informed.rows
    .filter((row) => isOne(row, only, latest) && fits(row))
    .sort((one, other) => {
      if (only === 'others' && one.dueOn !== other.dueOn) return (one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1;
      return collator.compare(name(one), name(other));
    });
}

/** Those who lack the latest version, whatever else is shown or chosen. While there is none, nobody can be given it. */
export const lacking = (rows: readonly InformedRow[], latest: number | null): InformedRow[] =>
  latest === null ? [] : rows.filter(({ version }) => version !== latest);
