/** What is said of what has drifted apart, and where it is mended. */
import type { Drift } from '../../api/types/Drift';
import type { People } from '../../api/types/People';
import type { Place } from '../../api/types/Place';
import type { Work } from '../../api/types/Work';
import { formatCount, formatDate } from '../../lib/format';
import type { Route } from '../../lib/router.svelte';
import { language, t } from '../../lib/words.svelte';

export interface Said {
  title: string;
  body: string;
  law: string;
  /** Whom it speaks of. */
  people: People | null;
  /** What mends it: somewhere, where of many people it begins with the first, or on the spot. */
  mend: { label: string; to: Route | Erases };
  /** How many it speaks of. */
  count: number;
  /** What tells it from the others. */
  key: string;
  /** Days left; less than none when it is late. */
  daysLeft: number | null;
}

/** What is erased on the spot. */
export type Erases = 'customers' | 'purchases';

/** People named before all of them are shown. */
const NAMED = 5;

const customer = (people: People): Route => {
  const [first] = people.first;
  return first ? { name: 'customer', id: first.id } : { name: 'customers' };
};

/** Whose work it is to keep what lies there. */
const keepers: Record<Place, Work> = { mail: 'mail', cloud: 'cloud', social: 'social', phone: 'cloud', paper: 'other' };

function placeOf(found: Drift): Route | Erases {
  switch (found.kind) {
    case 'noticeDue':
      return { name: 'informed', only: 'others' };
    case 'retentionPassed':
      return 'customers';
    case 'healthNotes':
    case 'consentOld':
    case 'refusedKept':
    case 'offersUnasked':
      return customer(found.people);
    case 'purchasesPassed':
      return 'purchases';
    case 'purposeNew':
      return { name: 'informed', only: 'older' };
    case 'supplierLacks':
      return { name: 'supplier', id: found.supplier };
    case 'placeWithoutSupplier':
      // A phone may be copied nowhere, which is said where it is used.
      if (found.isKnown || found.place === 'phone') return { name: 'activity', id: found.activity };
      return { name: 'newSupplier', work: keepers[found.place] };
    case 'clauseBroken':
      return { name: 'clause', id: found.clause, language: found.language };
    case 'useDenied':
    case 'placesMissing':
    case 'useWithoutData':
      return { name: 'activity', id: found.activity };
    case 'questionsOpen':
      return { name: 'map' };
    case 'policyMissing':
    case 'policyOutdated':
    case 'clausesLeftOut':
    case 'supplierNotInPolicy':
      return { name: 'policy' };
    case 'policyNotGiven':
      return { name: 'informed', only: 'lacking' };
  }
}

/** Words of its own for what is late, and for what may be known already. */
function variantOf(found: Drift): string | null {
  if (found.kind === 'noticeDue' && found.daysLeft < 0) return 'late';
  if (found.kind !== 'placeWithoutSupplier') return null;
  if (found.place === 'phone') return 'phone';
  return found.isKnown ? 'known' : null;
}

function idOf(found: Drift): number | null {
  if ('supplier' in found) return found.supplier;
  if ('clause' in found) return found.clause;
  return 'activity' in found ? found.activity : null;
}

/** What is pressed: to write down someone new, or to see the use. */
const doing = (found: Drift) => (found.kind === 'placeWithoutSupplier' && variantOf(found) === null ? '-new' : '');

export function said(found: Drift): Said {
  const people = 'people' in found ? found.people : null;
  const variant = variantOf(found);
  const to = placeOf(found);
  const words = {
    count: 'count' in found ? found.count : (people?.count ?? 0),
    name: 'name' in found ? found.name : '',
    person: people?.first[0]?.name ?? '',
    version: 'version' in found ? found.version : 0,
    years: 'years' in found ? found.years : 0,
    date: found.kind === 'noticeDue' ? formatDate(found.dueOn, language()) : '',
    language: found.kind === 'clauseBroken' ? t(`language-in-${found.language}`) : '',
    place: 'place' in found ? t(`map-place-${found.place}`) : '',
    headings: found.kind === 'clausesLeftOut' ? found.headings.map((each) => `”${each}”`).join(', ') : '',
  };
  return {
    title: t(`drift-${found.kind}`, words),
    body: t(`drift-${found.kind}-${variant ? `body-${variant}` : 'body'}`, words),
    law: t(`drift-${found.kind}-law`),
    people,
    mend: { label: t(`drift-${found.kind}-do${doing(found)}`, words), to },
    count: words.count,
    // Two may have one name.
    key: [found.kind, idOf(found), words.place, words.language].join(' '),
    daysLeft: found.kind === 'noticeDue' ? found.daysLeft : null,
  };
}

/** Those that are named at first, or all that are known by name. */
export const named = (people: People, all: boolean) => (all ? people.first : people.first.slice(0, NAMED));

/** It is mended with each, and more are known by name than are named at first. */
export const isMany = ({ people, mend }: Said) => people !== null && people.first.length > NAMED && typeof mend.to === 'object' && mend.to.name === 'customer';

/** Those that are named are not all. */
export function more(people: People, all: boolean): string | null {
  const rest = people.count - named(people, all).length;
  return rest > 0 ? t('today-and-more', { count: formatCount(rest, language()) }) : null;
}

/** What is well: a room in which nothing was found. */
const rooms: Record<string, readonly Drift['kind'][]> = {
  policy: ['policyMissing', 'policyOutdated', 'clausesLeftOut', 'clauseBroken', 'supplierNotInPolicy'],
  suppliers: ['supplierLacks', 'placeWithoutSupplier'],
  told: ['policyMissing', 'policyOutdated', 'noticeDue', 'policyNotGiven', 'purposeNew'],
  consents: ['healthNotes', 'offersUnasked', 'consentOld', 'refusedKept'],
  uses: ['questionsOpen', 'useDenied', 'useWithoutData', 'placesMissing'],
  retention: ['retentionPassed', 'purchasesPassed'],
};

export const wellIn = (found: readonly Drift[]): string[] =>
  Object.keys(rooms).filter((room) => !found.some(({ kind }) => rooms[room]?.includes(kind)));
