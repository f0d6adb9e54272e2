import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { notSaved, saved, savedState } from '../lib/saved.svelte';
import { setLanguage } from '../lib/words.svelte';
import { adoptPolicy, handOver, listCustomers, replacePassphrase } from './commands';
import { CommandError, errorWords } from './errors';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const version = { version: 1, adoptedOn: '2026-11-22', hash: '' };
const at = '2026-11-22T13:32:00Z';

beforeEach(() => {
  invoke.mockReset();
  saved.reset();
  setLanguage('sv');
});
afterEach(() => saved.reset());

test('a change is said to be saved when it is on disk, not before', async () => {
  let finish: (answer: unknown) => void = () => undefined;
  invoke.mockReturnValue(new Promise((resolve) => (finish = resolve)));
  const adopting = adoptPolicy();
  expect(savedState()).toEqual({ kind: 'saving' });
  finish({ value: version, savedAt: at });
  await expect(adopting).resolves.toEqual(version);
  expect(savedState()).toEqual({ kind: 'saved', at });
});

test('NOT SAVED stays until something reaches the disk, also while the next attempt is under way', async () => {
  invoke.mockRejectedValueOnce({ code: 'saveFailed', fields: [{ field: 'disk', rule: 'full' }] });
  await expect(adoptPolicy()).rejects.toMatchObject({ code: 'saveFailed' });
  expect(savedState()).toEqual({ kind: 'notSaved', reason: 'full' });

  invoke.mockRejectedValueOnce({ code: 'invalid', fields: [] });
  const refused = adoptPolicy();
  expect(notSaved()).toMatchObject({ reason: 'full' });
  await expect(refused).rejects.toMatchObject({ code: 'invalid' });
  expect(savedState().kind).toBe('notSaved');

  invoke.mockResolvedValueOnce({ rows: [], total: 0, all: 0 });
  await listCustomers({ query: '', sort: 'name', offset: 0, limit: 1 });
  expect(savedState().kind).toBe('notSaved');

  invoke.mockResolvedValueOnce({ value: null, savedAt: at });
  await replacePassphrase('fyra ord på rad');
  expect(notSaved()).toBeNull();
});

test('a cancelled dialog changes nothing', async () => {
  invoke.mockResolvedValueOnce(null);
  await expect(
    handOver({ prepared: { customerId: 1, language: 'sv', keep: [] }, password: null }),
  ).resolves.toBeNull();
  expect(savedState()).toEqual({ kind: 'saved', at: null });
});

test('whatever is thrown becomes a code', async () => {
  invoke.mockRejectedValueOnce('command not found');
  await expect(listCustomers({ query: '', sort: 'name', offset: 0, limit: 1 })).rejects.toEqual(new CommandError('internal'));
});

test('a failed save says why first', () => {
  const { title, body } = errorWords(new CommandError('saveFailed', [{ field: 'disk', rule: 'full' }]));
  expect(title).toBe('Inte sparat');
  expect(body).toMatch(/^Disken är full\. Det du skrev står kvar här/);
});
