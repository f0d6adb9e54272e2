import { beforeEach, expect, test } from 'vitest';
import type { CustomerView } from '../../api/types/CustomerView';
import type { Event } from '../../api/types/Event';
import { setLanguage } from '../../lib/words.svelte';
import { customerSince, linesWords, only, policyGiven } from './history';

const history: Event[] = [
  { kind: 'policyGiven', on: '2026-10-30', version: 3, channel: 'party' },
  { kind: 'contact', id: 3, on: '2026-10-26', channel: 'phone', summary: '', seen: { mark: '', digest: '' } },
  { kind: 'handedOver', on: '2026-06-01', language: 'sv', protected: true },
  { kind: 'added', on: '2026-01-10' },
  { kind: 'policyGiven', on: '2025-05-02', version: 2, channel: 'sms' },
  { kind: 'purchase', id: 9, on: '2023-04-18', receipt: '', currency: 'SEK', note: '', lines: [], total: 0, seen: { mark: '', digest: '' } },
];
const view = { addedOn: '2026-01-10', history, policyVersion: 3 } as unknown as CustomerView;

beforeEach(() => setLanguage('sv'));

test('purchases and contact part what has happened, and together leave out only that she was added', () => {
  const kinds = (kept: 'all' | 'purchases' | 'contact') => only(kept, history).map(({ kind }) => kind);
  expect(kinds('all')).toHaveLength(6);
  expect(kinds('purchases')).toEqual(['purchase']);
  expect(kinds('contact')).toEqual(['policyGiven', 'contact', 'handedOver', 'policyGiven']);
});

test('she has been a customer since the first day that is known', () => {
  expect(customerSince(view)).toBe('2023-04-18');
  expect(customerSince({ ...view, history: [] })).toBe('2026-01-10');
});

test('the policy she was given is the latest one', () => {
  expect(policyGiven(view)).toMatchObject({ on: '2026-10-30', channel: 'party' });
  expect(policyGiven({ ...view, policyVersion: 2 })?.on).toBe('2025-05-02');
  expect(policyGiven({ ...view, policyVersion: null })).toBeNull();
});

test('one of a product needs no count', () => {
  const line = { product: 'Handkräm', unitPrice: 100 };
  expect(linesWords([{ ...line, quantity: 1 }, { ...line, quantity: 4 }, { ...line, quantity: -1 }])).toBe(
    'Handkräm, Handkräm, 4 st, Handkräm, −1 st',
  );
});
