import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { listCustomers } from '../../api/commands';
import { route } from '../../lib/router.svelte';
import Palette from './Palette.svelte';

vi.mock('../../api/commands', async (original) => ({ ...(await original<object>()), listCustomers: vi.fn() }));

beforeEach(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined;
  vi.mocked(listCustomers).mockImplementation(({ query }) =>
    Promise.resolve({
      total: 1,
      all: 2,
      place: null,
      rows: query.startsWith('berg')
        ? [{ id: 7, givenName: 'Elin', familyName: 'Bergdahl', letter: 'B', town: 'Lillvik', latestPurchaseOn: null, addedOn: '2026-01-01' }]
        : [],
    }),
  );
});

it('finds a customer by typing and opens her with Enter', async () => {
  render(Palette, { open: true });
  const field = await screen.findByRole('combobox');
  await userEvent.type(field, 'berg');
  expect(field).toHaveValue('berg');
  expect(await screen.findByRole('option', { name: /Elin Bergdahl/ })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  expect(route()).toEqual({ name: 'customer', id: 7 });
});

it('says when nothing is found, and goes round with the arrows', async () => {
  render(Palette, { open: true });
  const field = await screen.findByRole('combobox');
  const first = screen.getAllByRole('option')[0];
  await userEvent.type(field, '{ArrowUp}');
  expect(screen.getAllByRole('option').at(-1)).toHaveAttribute('aria-selected', 'true');
  await userEvent.type(field, '{ArrowDown}');
  expect(first).toHaveAttribute('aria-selected', 'true');
  await userEvent.type(field, 'molnfritt');
  expect(await screen.findByRole('status')).toHaveTextContent('molnfritt');
});
