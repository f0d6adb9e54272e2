import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Settings } from '../../api/types/Settings';
import { go, route } from '../../lib/router.svelte';
import { setLanguage } from '../../lib/words.svelte';
import Palette from './Palette.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

interface Args {
  request: { query: string };
  settings: Settings;
}

const everyone = ['Karin Almgren', 'Karla Backlund', 'Åsa Öst'];
let answers: Record<string, (args: Args) => unknown>;

// jsdom lays nothing out, so nothing can be scrolled to.
Element.prototype.scrollIntoView = vi.fn();

function list({ request }: Args) {
  const rows = everyone
    .map((name, at) => ({ id: at + 1, givenName: name.split(' ')[0], familyName: name.split(' ')[1], letter: '', town: 'Lillvik', latestPurchaseOn: null, addedOn: '2026-11-22' }))
    .filter((row) => `${row.givenName} ${row.familyName}`.toLowerCase().includes(request.query.toLowerCase()));
  return { total: rows.length, all: everyone.length, rows };
}

beforeEach(() => {
  setLanguage('sv');
  go({ name: 'customers' });
  answers = { list_customers: list, change_settings: ({ settings }) => settings, lock: () => null };
  invoke.mockReset();
  invoke.mockImplementation(async (command: string, args: Args) => answers[command]?.(args));
});

function opened() {
  const user = userEvent.setup();
  render(Palette, { open: true });
  const field = screen.getByRole('combobox', { name: 'Hitta eller gör' });
  field.focus();
  return { user, field };
}

const options = () => screen.getAllByRole('option').map((option) => option.textContent.trim().replace(/\s+/g, ' '));
/** The option that the field points at; its own mark has to agree. */
function active(): string {
  const id = screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '';
  const option = document.getElementById(id);
  expect(option).toHaveAttribute('aria-selected', 'true');
  expect(screen.getAllByRole('option', { selected: true })).toEqual([option]);
  return option?.textContent ?? '';
}

test('it begins with what can be done', () => {
  opened();
  expect(options()).toHaveLength(18);
  expect(active()).toContain('Ny kund');
  expect(invoke).not.toHaveBeenCalled();
});

test('arrows go through customers and actions, round the ends, and Enter opens', async () => {
  const { user, field } = opened();
  await user.type(field, 'kar');
  await waitFor(() => expect(options()).toHaveLength(2));
  expect(invoke).toHaveBeenLastCalledWith('list_customers', { request: { query: 'kar', sort: 'name', offset: 0, limit: 8 } });
  expect(active()).toContain('Almgren');
  await user.keyboard('{ArrowDown}');
  expect(active()).toContain('Backlund');
  await user.keyboard('{ArrowDown}');
  expect(active()).toContain('Almgren');
  await user.keyboard('{ArrowUp}{Enter}');
  await waitFor(() => expect(route()).toEqual({ name: 'customer', id: 2 }));
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
});

/** Answers wait until they are let go, in any order. */
function held() {
  const waiting: { query: string; answer: () => void }[] = [];
  answers['list_customers'] = async (args) => {
    await new Promise<void>((answer) => waiting.push({ query: args.request.query, answer }));
    return list(args);
  };
  return waiting;
}

test('Enter waits for the name as it stands', async () => {
  const waiting = held();
  const { user, field } = opened();
  await user.type(field, 'karl');
  waiting[0]?.answer();
  await user.keyboard('{Enter}');
  expect(route()).toEqual({ name: 'customers' });
  expect(waiting.at(-1)?.query).toBe('karl');
  waiting.at(-1)?.answer();
  await waitFor(() => expect(route()).toEqual({ name: 'customer', id: 2 }));
});

test('the latest search wins, whichever answer comes last', async () => {
  const waiting = held();
  const { user, field } = opened();
  await user.type(field, 'karl');
  waiting.at(-1)?.answer();
  await waitFor(() => expect(options()).toEqual(['KB Karla Backlund Lillvik']));
  waiting[0]?.answer();
  await new Promise((resolve) => setTimeout(resolve));
  expect(options()).toEqual(['KB Karla Backlund Lillvik']);
});

test.each([
  ['ny', 'newCustomer'],
  ['ta in', 'import'],
  ['idag', 'today'],
  ['leverant', 'suppliers'],
  ['policy', 'policy'],
  ['inställ', 'settings'],
] as const)('“%s” leads to %s', async (words, name) => {
  const { user, field } = opened();
  await user.type(field, `${words}{Enter}`);
  await waitFor(() => expect(route()).toEqual({ name }));
});

test('a language is found by its own name too, and the words change', async () => {
  const { user, field } = opened();
  await user.type(field, 'dansk');
  await waitFor(() => expect(options()).toEqual(['Byt språk till danska Dansk']));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(session.settings.language).toBe('da'));
  expect(document.documentElement.lang).toBe('da');
});

test('it locks', async () => {
  const { user, field } = opened();
  await user.type(field, 'lås{Enter}');
  await waitFor(() => expect(invoke).toHaveBeenCalledWith('lock', undefined));
});

test('it says when nothing is found, and does nothing then', async () => {
  const { user, field } = opened();
  await user.type(field, 'Elin{Enter}');
  expect(await screen.findByText(/Inget hittades med ”Elin”/)).toBeVisible();
  expect(field).toHaveAttribute('aria-expanded', 'false');
  expect(field).not.toHaveAttribute('aria-activedescendant');
  expect(route()).toEqual({ name: 'customers' });
});

test('customers that could not be searched are not said to be missing; what can be done still works', async () => {
  answers['list_customers'] = () => Promise.reject({ code: 'internal', fields: [] });
  const { user, field } = opened();
  await user.type(field, 'policy');
  expect(await screen.findByText(/Kunderna gick inte att söka bland/)).toBeVisible();
  expect(screen.queryByText(/Inget hittades/)).not.toBeInTheDocument();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(route()).toEqual({ name: 'policy' }));
});

test('a press beside it closes it', async () => {
  const { user } = opened();
  await user.click(screen.getByRole('dialog'));
  await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument());
});
