/** Where in the window one is. The hash is the truth, so that back and forward work; no personal data ever stands in it. */

import type { Language } from '../api/types/Language';
import type { Work } from '../api/types/Work';
import { works } from './works';

export type Route =
  | { name: 'customers' }
  | { name: 'newCustomer' }
  | { name: 'customer'; id: number }
  | { name: 'editCustomer'; id: number }
  | { name: 'handOver'; id: number }
  | { name: 'newPurchase'; id: number }
  | { name: 'editPurchase'; id: number; purchase: number }
  | { name: 'newContact'; id: number }
  | { name: 'editContact'; id: number; contact: number }
  | { name: 'today' }
  | { name: 'import' }
  | { name: 'map' }
  | { name: 'newActivity' }
  | { name: 'activity'; id: number }
  | { name: 'policy' }
  | { name: 'shortPolicy' }
  | { name: 'binder' }
  | { name: 'clause'; id: number; language: Language }
  | { name: 'newClause'; language: Language }
  | { name: 'suppliers' }
  | { name: 'newSupplier'; work?: Work }
  | { name: 'supplier'; id: number }
  | { name: 'supplierAgreement'; id: number }
  | { name: 'settings' }
  | { name: 'safety' }
  | { name: 'changePassphrase' }
  | { name: 'trySheet' }
  | { name: 'newSheet' }
  | { name: 'versions' }
  | { name: 'informed'; only: InformedOnly }
  | { name: 'consents' }
  | { name: 'consentText'; to: string }
  | { name: 'version'; number: number; digest: string };

/** Whom the list of who was informed shows: who lacks the latest version, came from others untold, has none, has an older one, has the latest; or all. */
export const informedOnly = ['lacking', 'others', 'none', 'older', 'latest', 'all'] as const;
export type InformedOnly = (typeof informedOnly)[number];
/** The uses with words of their own to ask by. */
export const consentPurposes = ['newsletter', 'skinAdvice', 'photo', 'messaging'] as const;

const safetyPlaces = { safety: '', changePassphrase: '/passphrase', trySheet: '/try-sheet', newSheet: '/new-sheet' } as const;

export function hrefOf(route: Route): string {
  switch (route.name) {
    case 'customers':
      return '#/customers';
    case 'newCustomer':
      return '#/customers/new';
    case 'customer':
      return `#/customers/${route.id}`;
    case 'editCustomer':
      return `#/customers/${route.id}/edit`;
    case 'handOver':
      return `#/customers/${route.id}/hand-over`;
    case 'newPurchase':
      return `#/customers/${route.id}/purchases/new`;
    case 'editPurchase':
      return `#/customers/${route.id}/purchases/${route.purchase}`;
    case 'newContact':
      return `#/customers/${route.id}/contacts/new`;
    case 'editContact':
      return `#/customers/${route.id}/contacts/${route.contact}`;
    case 'newActivity':
      return '#/map/new';
    case 'activity':
      return `#/map/${route.id}`;
    case 'today':
    case 'import':
    case 'map':
    case 'policy':
    case 'suppliers':
    case 'binder':
    case 'settings':
    case 'consents':
      return `#/${route.name}`;
    case 'informed':
      return `#/policy/given/${route.only}`;
    case 'consentText':
      return `#/consents/${route.to}`;
    case 'clause':
      return `#/policy/clauses/${route.id}/${route.language}`;
    case 'newClause':
      return `#/policy/clauses/new/${route.language}`;
    case 'shortPolicy':
      return '#/policy/short';
    case 'newSupplier':
      return route.work ? `#/suppliers/new/${route.work}` : '#/suppliers/new';
    case 'supplier':
      return `#/suppliers/${route.id}`;
    case 'supplierAgreement':
      return `#/suppliers/${route.id}/agreement`;
    case 'safety':
    case 'changePassphrase':
    case 'trySheet':
    case 'newSheet':
      return `#/settings/safety${safetyPlaces[route.name]}`;
    case 'versions':
      return '#/settings/versions';
    case 'version':
      return `#/settings/versions/${route.number}-${route.digest}`;
  }
}

/** A row id as it stands in an address, or null. */
function idIn(part: string | undefined): number | null {
  const id = Number(part);
  return Number.isSafeInteger(id) && id >= 1 ? id : null;
}

/** An earlier state of the register, or all of them. */
function versionIn(part: string | undefined): Route {
  const found = /^(\d{1,9})-([0-9a-f]{8})$/.exec(part ?? '');
  return found?.[2] ? { name: 'version', number: Number(found[1]), digest: found[2] } : { name: 'versions' };
}

/** A clause of the policy in one language, a new one, or all of it. */
function clauseIn(part: string | undefined, language: string | undefined): Route {
  const id = idIn(part);
  if (language !== 'sv' && language !== 'da' && language !== 'en') return { name: 'policy' };
  if (part === 'new') return { name: 'newClause', language };
  return id === null ? { name: 'policy' } : { name: 'clause', id, language };
}

/** A step of keeping the register safe, or what there is of them. */
function safetyIn(part: string | undefined): Route {
  const names = Object.keys(safetyPlaces) as (keyof typeof safetyPlaces)[];
  return { name: names.find((name) => safetyPlaces[name] === `/${part ?? ''}`) ?? 'safety' };
}

/** A use of data, or all of them. */
function activityIn(part: string | undefined): Route {
  if (part === 'new') return { name: 'newActivity' };
  const id = idIn(part);
  return id === null ? { name: 'map' } : { name: 'activity', id };
}

/** What people are asked for a use, or all of it. */
function consentIn(part: string | undefined): Route {
  return part && /^[\w:]+$/.test(part) ? { name: 'consentText', to: part } : { name: 'consents' };
}

/** A supplier, or all of them. */
function supplierIn(part: string | undefined, step: string | undefined): Route {
  if (part === 'new') {
    const work = works.find((each) => each === step);
    return work ? { name: 'newSupplier', work } : { name: 'newSupplier' };
  }
  const id = idIn(part);
  if (id === null) return { name: 'suppliers' };
  return { name: step === 'agreement' ? 'supplierAgreement' : 'supplier', id };
}

export function parseHash(hash: string): Route {
  const [room, second, third, fourth] = hash.replace(/^#?\/?/, '').split('/');
  if (room === 'settings' && second === 'safety') return safetyIn(third);
  if (room === 'settings' && second === 'versions') return versionIn(third);
  if (room === 'map') return activityIn(second);
  if (room === 'policy' && second === 'clauses') return clauseIn(third, fourth);
  if (room === 'policy' && second === 'short') return { name: 'shortPolicy' };
  if (room === 'policy' && second === 'given') return { name: 'informed', only: informedOnly.find((each) => each === third) ?? 'lacking' };
  if (room === 'consents') return consentIn(second);
  if (room === 'suppliers') return supplierIn(second, third);
  if (room === 'today' || room === 'import' || room === 'policy' || room === 'binder' || room === 'settings') return { name: room };
  // Today is what one begins with.
  if (room !== 'customers') return { name: 'today' };
  if (second === 'new') return { name: 'newCustomer' };
  const id = idIn(second);
  if (id === null) return { name: 'customers' };
  if (third === 'edit') return { name: 'editCustomer', id };
  if (third === 'hand-over') return { name: 'handOver', id };
  if (third === 'purchases' && fourth === 'new') return { name: 'newPurchase', id };
  if (third === 'contacts' && fourth === 'new') return { name: 'newContact', id };
  const row = idIn(fourth);
  if (third === 'purchases' && row !== null) return { name: 'editPurchase', id, purchase: row };
  if (third === 'contacts' && row !== null) return { name: 'editContact', id, contact: row };
  return { name: 'customer', id };
}

/** One level up, as Esc goes. */
export function parentOf(route: Route): Route {
  if (route.name === 'version') return { name: 'versions' };
  if (route.name === 'versions' || route.name === 'safety') return { name: 'settings' };
  if (route.name in safetyPlaces) return { name: 'safety' };
  if (route.name === 'newActivity' || route.name === 'activity') return { name: 'map' };
  if (route.name === 'clause' || route.name === 'newClause' || route.name === 'informed') return { name: 'policy' };
  if (route.name === 'consentText') return { name: 'consents' };
  if (route.name === 'newSupplier' || route.name === 'supplier') return { name: 'suppliers' };
  if (route.name === 'supplierAgreement') return { name: 'supplier', id: route.id };
  return 'id' in route && route.name !== 'customer' ? { name: 'customer', id: route.id } : { name: 'customers' };
}

const here = $state<{ route: Route }>({ route: parseHash(location.hash) });
window.addEventListener('hashchange', () => {
  const to = parseHash(location.hash);
  if (stays(to)) history.replaceState(null, '', hrefOf(here.route));
  else here.route = to;
});

type Guard = (to: Route) => boolean;
let guard: Guard | null = null;

/**
 * Is asked before every step away; true keeps the window where it is. Made for a form with something typed in it. Call the
 * answer to stop: `$effect(() => beforeLeaving(ask))`.
 */
export function beforeLeaving(asked: Guard): () => void {
  guard = asked;
  return () => {
    if (guard === asked) guard = null;
  };
}

function stays(to: Route): boolean {
  return guard !== null && hrefOf(to) !== hrefOf(here.route) && guard(to);
}

export function route(): Route {
  return here.route;
}

export function go(to: Route, how: 'push' | 'replace' = 'push'): void {
  if (stays(to)) return;
  if (how === 'replace') history.replaceState(null, '', hrefOf(to));
  else if (location.hash !== hrefOf(to)) history.pushState(null, '', hrefOf(to));
  here.route = to;
}
