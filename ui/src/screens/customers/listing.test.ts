import { expect, test, vi } from 'vitest';
import type { CustomerList } from '../../api/types/CustomerList';
import type { ListCustomers } from '../../api/types/ListCustomers';
import { Listing } from './listing.svelte';

interface Asked {
  request: ListCustomers;
  answer: (list: CustomerList) => Promise<void>;
  fail: () => Promise<void>;
}

/** A register of `total` rows that answers when it is told to. */
function listingOf() {
  const asked: Asked[] = [];
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  const listing = new Listing(
    (request) =>
      new Promise((resolve, reject) => {
        asked.push({
          request,
          answer: (list) => (resolve(list), settle()),
          fail: () => (reject({ code: 'internal', fields: [] }), settle()),
        });
      }),
  );
  return { listing, asked, at: (place: number) => asked[place] as Asked };
}

const list = (name: string, { offset, limit }: ListCustomers, total = 10_000): CustomerList => ({
  total,
  all: 10_000,
  place: null,
  rows: Array.from({ length: Math.min(limit, total - offset) }, (_, at) => ({
    id: offset + at + 1,
    givenName: name,
    familyName: String(offset + at),
    letter: 'A',
    town: '',
    latestPurchaseOn: null,
    addedOn: '2026-11-22',
  })),
});

test('while one request is on its way only the latest wish counts', async () => {
  const { listing, asked, at } = listingOf();
  listing.query = 'a';
  listing.query = 'an';
  listing.query = 'ann';
  expect(asked.map(({ request }) => request.query)).toEqual(['a']);
  await at(0).answer(list('stale', at(0).request));
  expect(listing.known).toBeNull();
  expect(asked.map(({ request }) => request.query)).toEqual(['a', 'ann']);
  await at(1).answer(list('fresh', at(1).request, 2));
  expect(listing.known).toMatchObject({ query: 'ann', total: 2 });
  expect(listing.known?.rows[0]?.givenName).toBe('fresh');
  expect(asked).toHaveLength(2);
});

test('the rows of the last question stay until the new one is answered', async () => {
  const { listing, at } = listingOf();
  listing.show({ from: 0, to: 18 });
  await at(0).answer(list('before', at(0).request));
  listing.sort = 'town';
  expect(listing.known?.sort).toBe('name');
  expect(listing.known?.rows[0]?.givenName).toBe('before');
  await at(1).answer(list('after', at(1).request));
  expect(listing.known).toMatchObject({ sort: 'town' });
  expect(listing.known?.rows[0]?.givenName).toBe('after');
});

test('scrolling asks for the pages in sight, and passes over those already left behind', async () => {
  const { listing, asked, at } = listingOf();
  listing.show({ from: 0, to: 18 });
  await at(0).answer(list('one', at(0).request));
  listing.show({ from: 2_000, to: 2_020 });
  listing.show({ from: 5_000, to: 5_020 });
  listing.show({ from: 9_980, to: 10_000 });
  await at(1).answer(list('two', at(1).request));
  expect(asked.map(({ request }) => [request.offset, request.limit])).toEqual([
    [0, 100],
    [2_000, 100],
    [9_900, 100],
  ]);
  await at(2).answer(list('three', at(2).request));
  // What has been seen is known from then on.
  listing.show({ from: 0, to: 18 });
  listing.show({ from: 2_000, to: 2_020 });
  expect(asked).toHaveLength(3);
  expect(listing.known?.rows[9_999]?.familyName).toBe('9999');
});

test('after a change in the register only what is in sight is asked for again', async () => {
  const { listing, asked, at } = listingOf();
  listing.show({ from: 0, to: 18 });
  await at(0).answer(list('before', at(0).request));
  listing.show({ from: 300, to: 320 });
  await at(1).answer(list('before', at(1).request));
  listing.refresh();
  await at(2).answer(list('after', at(2).request));
  expect(asked.at(-1)?.request.offset).toBe(300);
  expect(listing.known?.rows[300]?.givenName).toBe('after');
  expect(listing.known?.rows[0]).toBeUndefined();
});

test('a failure is said and not repeated until one asks', async () => {
  const { listing, asked, at } = listingOf();
  listing.show({ from: 0, to: 18 });
  await at(0).fail();
  expect(listing.error?.code).toBe('internal');
  listing.show({ from: 0, to: 19 });
  expect(asked).toHaveLength(1);
  listing.refresh();
  await at(1).answer(list('again', at(1).request));
  expect(listing.error).toBeNull();
  await vi.waitFor(() => expect(listing.all).toBe(10_000));
});

test('a customer is sought in what is asked for now, and only the last one sought is found', async () => {
  const { listing, asked, at } = listingOf();
  listing.show({ from: 0, to: 18 });
  await at(0).answer(list('one', at(0).request));
  listing.find(7);
  // Added meanwhile: the answer on its way is of the register before.
  listing.refresh();
  listing.find(8);
  await at(1).answer({ ...list('before', at(1).request), place: 6 });
  expect(listing.found).toBeNull();
  await at(2).answer({ ...list('after', at(2).request, 10_001), place: 4_711 });
  expect(asked.map(({ request }) => request.placeOf)).toEqual([undefined, 7, 8]);
  expect(listing.found).toEqual({ id: 8, row: 4_711 });
  expect(listing.known?.total).toBe(10_001);
  expect(asked).toHaveLength(3);
});
