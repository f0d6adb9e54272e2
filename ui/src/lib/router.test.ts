import { expect, test } from 'vitest';
import { hrefOf, parentOf, parseHash, type Route } from './router.svelte';

const routes: Route[] = [
  { name: 'customers' },
  { name: 'newCustomer' },
  { name: 'customer', id: 12 },
  { name: 'editCustomer', id: 12 },
  { name: 'handOver', id: 12 },
  { name: 'import' },
  { name: 'policy' },
  { name: 'settings' },
];

test('every place has an address that leads back to it', () => {
  for (const route of routes) expect(parseHash(hrefOf(route))).toEqual(route);
  expect(new Set(routes.map(hrefOf)).size).toBe(routes.length);
});

test('an address that leads nowhere leads to the customers', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#/customers/0', '#/customers/-1', '#/customers/1.5', '#/customers/x/edit']) {
    expect(parseHash(hash), hash).toEqual({ name: 'customers' });
  }
});

test('Esc goes from a form to its customer, and from all else to the list', () => {
  expect(parentOf({ name: 'editCustomer', id: 3 })).toEqual({ name: 'customer', id: 3 });
  expect(parentOf({ name: 'customer', id: 3 })).toEqual({ name: 'customers' });
  expect(parentOf({ name: 'settings' })).toEqual({ name: 'customers' });
});
