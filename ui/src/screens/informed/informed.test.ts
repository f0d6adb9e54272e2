import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Informed } from '../../api/types/Informed';
import type { InformedRow } from '../../api/types/InformedRow';
import { setLanguage } from '../../lib/words.svelte';
import { countsOf, lacking, shown } from './informed';
import InformedPage from './Informed.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const person = (id: number, familyName: string, version: number | null, dueOn: string | null = null): InformedRow => ({
  id,
  givenName: 'Anna',
  familyName,
  version,
  givenOn: version === null ? null : '2026-03-01',
  channel: version === null ? null : 'meeting',
  dueOn,
  daysLeft: dueOn === null ? null : 3,
});
const informed: Informed = {
  inForce: { version: 2, adoptedOn: '2026-03-01', hash: '', languages: ['sv'] },
  isOutdated: false,
  rows: [person(1, 'Öberg', 2), person(2, 'Ek', 1), person(3, 'Ås', null, '2026-12-20'), person(4, 'Al', null, '2026-12-01'), person(5, 'Zorn', null)],
};
const collator = new Intl.Collator('sv');
const ids = (rows: InformedRow[]) => rows.map(({ id }) => id);

test('each stands where she belongs, and all are counted', () => {
  expect(countsOf(informed)).toEqual({ lacking: 4, others: 2, none: 3, older: 1, latest: 1, all: 5 });
  expect(ids(shown(informed, 'older', '', collator))).toEqual([2]);
  expect(ids(shown(informed, 'latest', '', collator))).toEqual([1]);
});

test('while no version says what is done now, who has the one in force lacks it too', () => {
  const counts = countsOf({ ...informed, isOutdated: true });
  expect(counts).toEqual({ lacking: 5, others: 2, none: 3, older: 2, latest: 0, all: 5 });
});

test('who must be told soonest comes first, others by name as the language sorts, and a search narrows them', () => {
  expect(ids(shown(informed, 'others', '', collator))).toEqual([4, 3]);
  expect(ids(shown(informed, 'all', '', collator))).toEqual([4, 2, 5, 3, 1]);
  expect(ids(shown(informed, 'all', 'anna ö', collator))).toEqual([1]);
});

test('only who lacks the latest is noted to have been given it', () => {
  expect(ids(lacking(informed.rows, 2))).toEqual([2, 3, 4, 5]);
  expect(lacking(informed.rows, null)).toEqual([]);
});

test('who works by keys is still in the list when the row that was given goes', async () => {
  setLanguage('sv');
  let rows = informed.rows.filter(({ id }) => id === 2 || id === 5);
  invoke.mockImplementation((command: string) => {
    if (command === 'list_informed') return Promise.resolve({ ...informed, rows: [person(1, 'Öberg', 2), ...rows] });
    return Promise.resolve({ value: [], savedAt: '2026-11-22T13:32:00Z' });
  });
  render(InformedPage, { only: 'lacking' });
  const user = userEvent.setup();
  const give = async (name: string) => {
    const button = await screen.findByRole('button', { name: new RegExp(name) });
    rows = rows.filter(({ familyName }) => !name.includes(familyName));
    button.focus();
    await user.keyboard('{Enter}');
  };
  await give('Anna Zorn');
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Anna Ek' })).toHaveFocus());
  expect(screen.getByRole('checkbox', { name: 'Anna Ek' })).toHaveAttribute('tabindex', '0');
  await give('Anna Ek');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('Tab leads to a row that is there when the one it led to is not found', async () => {
  setLanguage('sv');
  invoke.mockImplementation(() => Promise.resolve({ ...informed, rows: informed.rows }));
  render(InformedPage, { only: 'all' });
  const user = userEvent.setup();
  const last = await screen.findByRole('checkbox', { name: 'Anna Öberg' });
  await user.click(last);
  expect(last).toHaveAttribute('tabindex', '0');
  await user.type(screen.getByRole('textbox', { name: /Sök/ }), 'Ek');
  expect(await screen.findByRole('checkbox', { name: 'Anna Ek' })).toHaveAttribute('tabindex', '0');
});
