/** Where in the window one is. The hash is the truth, so that back and forward work; no personal data ever stands in it. */

export type Route =
  | { name: 'customers' }
  | { name: 'newCustomer' }
  | { name: 'customer'; id: number }
  | { name: 'editCustomer'; id: number }
  | { name: 'handOver'; id: number }
  | { name: 'import' }
  | { name: 'policy' }
  | { name: 'settings' };

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
    case 'import':
    case 'policy':
    case 'settings':
      return `#/${route.name}`;
  }
}

export function parseHash(hash: string): Route {
  const [room, second, third] = hash.replace(/^#?\/?/, '').split('/');
  if (room === 'import' || room === 'policy' || room === 'settings') return { name: room };
  if (second === 'new') return { name: 'newCustomer' };
  const id = Number(second);
  if (room !== 'customers' || !Number.isSafeInteger(id) || id < 1) return { name: 'customers' };
  if (third === 'edit') return { name: 'editCustomer', id };
  if (third === 'hand-over') return { name: 'handOver', id };
  return { name: 'customer', id };
}

/** One level up, as Esc goes. */
export function parentOf(route: Route): Route {
  return route.name === 'editCustomer' || route.name === 'handOver'
    ? { name: 'customer', id: route.id }
    : { name: 'customers' };
}

const here = $state<{ route: Route }>({ route: parseHash(location.hash) });
window.addEventListener('hashchange', () => {
  here.route = parseHash(location.hash);
});

export function route(): Route {
  return here.route;
}

export function go(to: Route, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') history.replaceState(null, '', hrefOf(to));
  else if (location.hash !== hrefOf(to)) history.pushState(null, '', hrefOf(to));
  here.route = to;
}
