import { expect, test } from 'vitest';
import { beforeLeaving, go, hrefOf, parentOf, parseHash, route, type Route } from './router.svelte';

const routes: Route[] = [
  { name: 'customers' },
  { name: 'newCustomer' },
  { name: 'customer', id: 12 },
  { name: 'editCustomer', id: 12 },
  { name: 'handOver', id: 12 },
  { name: 'newPurchase', id: 12 },
  { name: 'editPurchase', id: 12, purchase: 7 },
  { name: 'newContact', id: 12 },
  { name: 'editContact', id: 12, contact: 7 },
  { name: 'import' },
  { name: 'map' },
  { name: 'newActivity' },
  { name: 'activity', id: 5 },
  { name: 'policy' },
  { name: 'suppliers' },
  { name: 'newSupplier' },
  { name: 'newSupplier', work: 'mail' },
  { name: 'today' },
  { name: 'supplier', id: 4 },
  { name: 'supplierAgreement', id: 4 },
  { name: 'binder' },
  { name: 'settings' },
  { name: 'safety' },
  { name: 'changePassphrase' },
  { name: 'trySheet' },
  { name: 'newSheet' },
  { name: 'versions' },
  { name: 'version', number: 412, digest: '0a1b2c3d' },
  { name: 'informed', only: 'older' },
  { name: 'consents' },
  { name: 'consentText', to: 'skinAdvice' },
];

test('every place has an address that leads back to it', () => {
  for (const each of routes) expect(parseHash(hrefOf(each))).toEqual(each);
  expect(new Set(routes.map(hrefOf)).size).toBe(routes.length);
});

test('an address that leads nowhere leads to today, and one of nobody to the customers', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#/nowhere/new']) expect(parseHash(hash), hash).toEqual({ name: 'today' });
  for (const hash of ['#/customers/0', '#/customers/-1', '#/customers/1.5', '#/customers/x/edit']) {
    expect(parseHash(hash), hash).toEqual({ name: 'customers' });
  }
});

test('an address of no version leads to the time line', () => {
  for (const part of ['3', '3-', '-0a1b2c3d', '3-0a1b2c3', '3-0A1B2C3D', '9999999999-0a1b2c3d']) {
    expect(parseHash(`#/settings/versions/${part}`), part).toEqual({ name: 'versions' });
  }
});

test('an address of no use of data leads to all of them', () => {
  for (const part of ['0', 'x', '1.5']) expect(parseHash(`#/map/${part}`), part).toEqual({ name: 'map' });
});

test('Esc goes from a form to its customer, and from all else to the list', () => {
  expect(parentOf({ name: 'editCustomer', id: 3 })).toEqual({ name: 'customer', id: 3 });
  expect(parentOf({ name: 'editPurchase', id: 3, purchase: 7 })).toEqual({ name: 'customer', id: 3 });
  expect(parentOf({ name: 'customer', id: 3 })).toEqual({ name: 'customers' });
  expect(parentOf({ name: 'activity', id: 3 })).toEqual({ name: 'map' });
  expect(parentOf({ name: 'newActivity' })).toEqual({ name: 'map' });
  expect(parentOf({ name: 'map' })).toEqual({ name: 'customers' });
  expect(parentOf({ name: 'settings' })).toEqual({ name: 'customers' });
  expect(parentOf({ name: 'supplierAgreement', id: 4 })).toEqual({ name: 'supplier', id: 4 });
  expect(parentOf({ name: 'supplier', id: 4 })).toEqual({ name: 'suppliers' });
  expect(parseHash('#/suppliers/x')).toEqual({ name: 'suppliers' });
  expect(parentOf({ name: 'version', number: 3, digest: '0a1b2c3d' })).toEqual({ name: 'versions' });
  expect(parentOf({ name: 'versions' })).toEqual({ name: 'settings' });
  expect(parentOf({ name: 'trySheet' })).toEqual({ name: 'safety' });
  expect(parentOf({ name: 'safety' })).toEqual({ name: 'settings' });
  expect(parseHash('#/settings/safety/nowhere')).toEqual({ name: 'safety' });
});

test('a form with something typed in it can hold the window where it is', async () => {
  go({ name: 'newCustomer' });
  const asked: Route[] = [];
  const stop = beforeLeaving((to) => asked.push(to) > 0);
  go({ name: 'policy' });
  expect(route()).toEqual({ name: 'newCustomer' });
  // A link, or the window's own way back.
  location.hash = '#/settings';
  await new Promise((resolve) => window.addEventListener('hashchange', () => resolve(null), { once: true }));
  expect(asked).toEqual([{ name: 'policy' }, { name: 'settings' }]);
  expect(route()).toEqual({ name: 'newCustomer' });
  expect(location.hash).toBe('#/customers/new');
  stop();
  go({ name: 'policy' });
  expect(route()).toEqual({ name: 'policy' });
});
