import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go, hrefOf, route } from '../lib/router.svelte';
import { drafts, fits } from './drafts';
import type { Draft } from './types/Draft';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const form = hrefOf({ name: 'newCustomer' });
const draft = (content: unknown): Draft => ({ form, content: JSON.stringify(content) });
const calls = () => invoke.mock.calls.map(([command, args]) => [command, (args as { draft?: Draft } | undefined)?.draft?.content]);

/** What lies sealed beside the register. */
let sealed: Draft | null;

beforeEach(() => {
  vi.useFakeTimers();
  go({ name: 'customers' });
  sealed = null;
  invoke.mockReset();
  invoke.mockImplementation(async (command: string, args?: { draft: Draft }) => {
    if (command === 'find_draft') return sealed;
    if (command === 'keep_draft') sealed = args?.draft ?? null;
    if (command === 'drop_draft') sealed = null;
    return null;
  });
  drafts.close();
  drafts.open();
});

afterEach(() => vi.useRealTimers());

test('typing is kept at most every two seconds, the latest of it', async () => {
  for (const content of ['E', 'El', 'Elin']) drafts.keep(draft(content));
  await vi.advanceTimersByTimeAsync(1_900);
  expect(invoke).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(calls()).toEqual([['keep_draft', '"Elin"']]);
  drafts.keep(draft('Elin B'));
  await drafts.flush();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(calls()).toEqual([['keep_draft', '"Elin"'], ['keep_draft', '"Elin B"']]);
});

test('a form that is over is dropped after what was kept of it, and never the other way round', async () => {
  drafts.keep(draft('Elin'));
  const flushed = drafts.flush();
  drafts.drop();
  await flushed;
  await vi.advanceTimersByTimeAsync(0);
  expect(calls().map(([command]) => command)).toEqual(['keep_draft', 'drop_draft']);
  drafts.keep(draft('Åsa'));
  drafts.drop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sealed).toBeNull();
});

test('what ends because it is locked comes back at its form, once', async () => {
  drafts.keep(draft({ name: 'Elin' }));
  await drafts.flush();
  drafts.close();
  drafts.drop();
  await vi.advanceTimersByTimeAsync(0);
  expect(sealed).not.toBeNull();

  await drafts.find();
  drafts.open();
  expect(route()).toEqual({ name: 'newCustomer' });
  expect(drafts.take({ name: '' })).toEqual({ name: 'Elin' });
  expect(drafts.take({ name: '' })).toEqual({ name: '' });
});

test('what could not be kept is said at locking, and tried again', async () => {
  invoke.mockRejectedValueOnce({ code: 'saveFailed', fields: [{ field: 'disk', rule: 'full' }] });
  drafts.keep(draft('Elin'));
  await vi.advanceTimersByTimeAsync(2_100);
  expect(sealed).toBeNull();
  await drafts.flush();
  expect(sealed).toEqual(draft('Elin'));
});

test('a form that cannot be shown any more is over', async () => {
  sealed = draft('Elin');
  await drafts.find();
  drafts.open();
  drafts.leave(form);
  expect(sealed).not.toBeNull();
  drafts.leave('#/customers');
  await vi.advanceTimersByTimeAsync(0);
  expect(sealed).toBeNull();
});

test('what another version wrote is not put into a form it does not fit', () => {
  const blank = { name: '', price: null, lines: [{ product: '' }], tags: [] };
  expect(fits({ name: 'x', price: 100, lines: [{ product: 'y' }, { product: 'z' }], tags: ['a'] }, blank)).toBe(true);
  expect(fits({ name: 'x', price: null, lines: [], tags: [] }, { ...blank, price: 5 })).toBe(true);
  for (const other of [null, 'x', [], {}, { ...blank, name: null }, { ...blank, lines: [{}] }, { ...blank, lines: {} }, { ...blank, tags: [1] }]) {
    expect(fits(other, blank)).toBe(false);
  }
});
