/** What is said of what has drifted apart, and where it is mended. */
import type { Drift } from '../../api/types/Drift';
import type { People } from '../../api/types/People';
import { formatCount, formatDate } from '../../lib/format';
import type { Route } from '../../lib/router.svelte';
import { language, t } from '../../lib/words.svelte';

export interface Said {
  title: string;
  body: string;
  law: string;
  /** Whom it speaks of. */
  people: People | null;
  /** What mends it, and where. */
  mend: { label: string; to: Route };
  /** Days left; less than none when it is late. */
  daysLeft: number | null;
}

const customer = (people: People): Route => {
  const [first] = people.first;
  return first ? { name: 'customer', id: first.id } : { name: 'customers' };
};

function placeOf(found: Drift): Route {
  switch (found.kind) {
    case 'noticeDue':
      return { name: 'informed', only: 'others' };
    case 'retentionPassed':
    case 'healthNotes':
    case 'consentOld':
    case 'offersUnasked':
      return customer(found.people);
    case 'purposeNew':
      return { name: 'informed', only: 'older' };
    case 'supplierLacks':
      return { name: 'supplier', id: found.supplier };
    case 'useDenied':
    case 'useWithoutData':
      return { name: 'activity', id: found.activity };
    case 'questionsOpen':
      return { name: 'map' };
    case 'policyMissing':
    case 'policyOutdated':
    case 'clausesLeftOut':
      return { name: 'policy' };
    case 'policyNotGiven':
      return { name: 'informed', only: 'lacking' };
  }
}

export function said(found: Drift): Said {
  const people = 'people' in found ? found.people : null;
  const isLate = found.kind === 'noticeDue' && found.daysLeft < 0;
  const words = {
    count: 'count' in found ? found.count : (people?.count ?? 0),
    name: 'name' in found ? found.name : (people?.first[0]?.name ?? ''),
    person: people?.first[0]?.name ?? '',
    version: 'version' in found ? found.version : 0,
    years: 'years' in found ? found.years : 0,
    date: found.kind === 'noticeDue' ? formatDate(found.dueOn, language()) : '',
    headings: found.kind === 'clausesLeftOut' ? found.headings.map((each) => `”${each}”`).join(', ') : '',
  };
  return {
    title: t(`drift-${found.kind}`, words),
    body: t(`drift-${found.kind}-${isLate ? 'late' : 'body'}`, words),
    law: t(`drift-${found.kind}-law`),
    people,
    mend: { label: t(`drift-${found.kind}-do`, words), to: placeOf(found) },
    daysLeft: found.kind === 'noticeDue' ? found.daysLeft : null,
  };
}

/** Those that are named are not all. */
export const more = (people: People) =>
  people.count > people.first.length ? t('today-and-more', { count: formatCount(people.count - people.first.length, language()) }) : null;
