import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textsIn } from '../lib/merge';
import { go, hrefOf, route } from '../lib/router.svelte';
import { type Beginning, drafts, fits } from './drafts';
import type { KeptContent } from './kept.svelte';
import { left } from './left.svelte';
import type { Draft } from './types/Draft';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const form = hrefOf({ name: 'newCustomer' });
const draft = (content: unknown): Draft => ({ form, content: JSON.stringify(content) });
/** What is kept of a form about the row `elin`. */
const kept = <T>(fields: T, more: { begun?: T } = {}) => ({ row: 'elin', begun: fields, fields, aside: {}, ...more });
const take = <T>(fresh: T, more: Partial<Beginning<T, object>> = {}) => drafts.take({ row: 'elin', isNew: false, fresh: () => fresh, aside: {}, ...more });
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

test('who leaves the window is not waited for', async () => {
  drafts.keep(draft('Elin'));
  dispatchEvent(new Event('blur'));
  await vi.advanceTimersByTimeAsync(0);
  expect(calls()).toEqual([['keep_draft', '"Elin"']]);
  drafts.close();
  dispatchEvent(new Event('pagehide'));
  await vi.advanceTimersByTimeAsync(0);
  expect(invoke).toHaveBeenCalledTimes(1);
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
  drafts.keep(draft(kept({ name: 'Elin' })));
  await drafts.flush();
  drafts.close();
  drafts.drop();
  await vi.advanceTimersByTimeAsync(0);
  expect(sealed).not.toBeNull();

  await drafts.find();
  drafts.open();
  expect(route()).toEqual({ name: 'newCustomer' });
  expect(take({ name: '' }, { isNew: true }).fields).toEqual({ name: 'Elin' });
  expect(take({ name: '' }, { isNew: true }).fields).toEqual({ name: '' });
});

test('what could not be kept is said at locking, and tried again', async () => {
  invoke.mockRejectedValueOnce({ code: 'saveFailed', fields: [{ field: 'disk', rule: 'full' }] });
  drafts.keep(draft('Elin'));
  await vi.advanceTimersByTimeAsync(2_100);
  expect(sealed).toBeNull();
  await drafts.flush();
  expect(sealed).toEqual(draft('Elin'));
});

test('what another computer saved stands where she changed nothing, and is told where both did', async () => {
  const begun = { name: 'Elin', town: 'Lund', notes: '', birthday: { day: '1', month: '2' }, phones: [{ number: '1' }] };
  const hers = { ...begun, town: 'Malmö', notes: 'Hennes', birthday: { day: '3', month: '2' } };
  const there = { name: 'Elina', town: 'Lund', notes: 'Deras', birthday: { day: '1', month: '4' }, phones: [{ number: '1' }, { number: '2' }] };
  sealed = draft(kept(hers, { begun }));
  await drafts.find();
  drafts.open();
  const taken = take(there, { whole: ['birthday'] });
  expect(taken.fields).toEqual({ ...there, town: 'Malmö', notes: 'Hennes', birthday: hers.birthday });
  expect(taken.both).toBe(2);
  expect(taken.there('town')).toBeNull();
  expect(taken.there('notes')?.value).toBe('Deras');

  // What she has not decided about is told once more after it was locked again.
  drafts.keep({ form, content: JSON.stringify(taken.content()) });
  await drafts.flush();
  drafts.close();
  await drafts.find();
  drafts.open();
  const again = take(there, { whole: ['birthday'] });
  expect(again.fields).toEqual(taken.fields);
  expect(again.both).toBe(2);
  again.there('notes')?.take();
  expect(again.fields.notes).toBe('Deras');
  expect(again.both).toBe(1);
});

test('what is not there yet comes back as it was written, whatever a new form begins with', async () => {
  sealed = draft(kept({ day: '2026-11-21', what: 'Kräm' }, { begun: { day: '2026-11-21', what: '' } }));
  await drafts.find();
  drafts.open();
  expect(take({ day: '2026-11-22', what: '' }, { isNew: true }).fields.day).toBe('2026-11-21');
});

test('a row that is another by now receives nothing, and nothing is lost', async () => {
  const mine = draft(kept({ name: 'Ida' }, { begun: { name: 'I' } }));
  sealed = mine;
  await drafts.find();
  drafts.open();
  expect(take({ name: 'Tove' }, { row: 'tove' }).fields).toEqual({ name: 'Tove' });
  expect(left.list).toHaveLength(1);
  // Another form is written and saved meanwhile.
  drafts.keep(draft(kept({ name: 'Åsa' })));
  await drafts.flush();
  drafts.drop();
  await vi.advanceTimersByTimeAsync(0);
  drafts.close();
  expect(left.list).toEqual([]);
  await drafts.find();
  drafts.open();
  expect(left.list.map(({ content }) => JSON.parse(content) as unknown)).toEqual([JSON.parse(mine.content)]);

  // She begins a new one with it.
  const [found] = left.list;
  if (found) drafts.resume(found, form);
  expect(take({ name: '' }, { row: '', isNew: true }).fields).toEqual({ name: 'Ida' });
  expect(left.list).toEqual([]);
  drafts.drop();
  await vi.advanceTimersByTimeAsync(0);
  expect(sealed).toBeNull();
});

test('a form that cannot be shown any more is kept until she needs it no more', async () => {
  sealed = draft(kept({ name: 'Elin' }));
  await drafts.find();
  drafts.open();
  drafts.leave(form);
  expect(left.list).toEqual([]);
  drafts.leave('#/customers');
  await vi.advanceTimersByTimeAsync(0);
  const [found] = left.list;
  expect(found && JSON.parse(found.content)).toMatchObject({ fields: { name: 'Elin' } });
  if (found) drafts.forgo(found);
  await vi.advanceTimersByTimeAsync(0);
  expect(left.list).toEqual([]);
  expect(sealed).toBeNull();
});

test('what another version wrote is there to be read', async () => {
  sealed = draft({ name: 'Elin', phones: [{ number: '070-1740605' }], left: [] });
  await drafts.find();
  drafts.open();
  expect(take({ name: '' }).fields).toEqual({ name: '' });
  const [found] = left.list;
  const there = JSON.parse(found?.content ?? '') as KeptContent;
  expect(textsIn(there.fields, there.begun)).toEqual(['Elin', '070-1740605']);
});

test('what another version wrote is not put into a form it does not fit', () => {
  const blank = { name: '', price: null, lines: [{ product: '' }], tags: [] };
  expect(fits({ name: 'x', price: 100, lines: [{ product: 'y' }, { product: 'z' }], tags: ['a'] }, blank)).toBe(true);
  expect(fits({ name: 'x', price: null, lines: [], tags: [] }, { ...blank, price: 5 })).toBe(true);
  // Who gets data in a use: chosen, where nobody had chosen yet.
  for (const before of [null, []]) expect(fits([3], before)).toBe(true);
  for (const other of [null, 'x', [], {}, { ...blank, name: null }, { ...blank, lines: [{}] }, { ...blank, lines: {} }, { ...blank, tags: [{}] }]) {
    expect(fits(other, blank)).toBe(false);
  }
});
