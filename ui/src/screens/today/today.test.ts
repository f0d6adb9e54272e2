import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { drift } from '../../api/drift.svelte';
import { session } from '../../api/session.svelte';
import type { Drift } from '../../api/types/Drift';
import { setLanguage } from '../../lib/words.svelte';
import Today from './Today.svelte';
import { said } from './drift';
import { partOfDay } from './greeting';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const people = (count: number) => ({
  count,
  first: [
    { id: 7, name: 'Saga Wallin' },
    { id: 9, name: 'Maja Ek' },
  ].slice(0, count),
});

const all: Drift[] = [
  { kind: 'noticeDue', people: people(4), dueOn: '2026-11-30', daysLeft: 6 },
  { kind: 'healthNotes', people: people(1) },
  { kind: 'retentionPassed', years: 3, people: people(2) },
  { kind: 'purchasesPassed', years: 7, count: 1_204, people: people(2) },
  { kind: 'policyMissing' },
  { kind: 'policyOutdated', version: 2 },
  { kind: 'clausesLeftOut', headings: ['Om du vill klaga'] },
  { kind: 'useDenied', activity: 3, name: 'Råd och uppföljning' },
  { kind: 'useWithoutData', activity: 5, name: 'Utlottning' },
  { kind: 'supplierLacks', supplier: 3, name: 'Tidboken AB' },
  { kind: 'questionsOpen', count: 5 },
  { kind: 'policyNotGiven', version: 2, count: 12 },
  { kind: 'offersUnasked', people: people(2) },
  { kind: 'purposeNew', activity: 8, name: 'Hudråd', people: people(3) },
  { kind: 'consentOld', activity: 5, name: 'Nyhetsbrev', people: people(1) },
  { kind: 'supplierNotInPolicy', supplier: 3, name: 'Tidboken AB', version: 2 },
  { kind: 'placeWithoutSupplier', place: 'mail', activity: 5, name: 'Utlottning', isKnown: false },
  { kind: 'placeWithoutSupplier', place: 'social', activity: 5, name: 'Utlottning', isKnown: true },
  { kind: 'placeWithoutSupplier', place: 'phone', activity: 5, name: 'Utlottning', isKnown: false },
  { kind: 'placesMissing', activity: 5, name: 'Utlottning' },
  { kind: 'refusedKept', activity: 10, name: 'Foton', people: people(1) },
  { kind: 'clauseBroken', clause: 4, name: 'Mitt eget', language: 'da' },
];

async function show(found: Drift[]) {
  invoke.mockResolvedValue(found);
  await drift.look();
  return render(Today);
}

beforeEach(() => {
  setLanguage('sv');
  session.customers = 412;
  drift.forget();
});

test.each(['sv', 'da', 'en'] as const)('each finding has its sentence, its law and one thing that mends it (%s)', async (language) => {
  setLanguage(language);
  await show(all);
  const rows = screen.getAllByRole('listitem').filter((row) => row.querySelector('h3'));
  expect(rows).toHaveLength(all.length);
  for (const row of rows) {
    expect(within(row).getByRole('heading', { level: 3 })).not.toBeEmptyDOMElement();
    expect(row.querySelector('.law')).not.toBeEmptyDOMElement();
    expect(row.querySelectorAll('.do :is(a, button)')).toHaveLength(1);
  }
});

test('people are named, the rest are counted, and what is late says so', async () => {
  await show([{ kind: 'noticeDue', people: people(4), dueOn: '2026-11-20', daysLeft: -1 }]);
  expect(screen.getByRole('heading', { name: '4 kunder vet inte att du har deras uppgifter' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Maja Ek' })).toHaveAttribute('href', '#/customers/9');
  expect(screen.getByText(/och 2 till/)).toBeVisible();
  expect(screen.getByText(/De skulle ha fått policyn senast 2026-11-20/)).toBeVisible();
  expect(screen.getByText(/dag för sent/)).toBeVisible();
});

test('what is years late is not told in days', async () => {
  await show([{ kind: 'noticeDue', people: people(4), dueOn: '2019-12-20', daysLeft: -2526 }]);
  expect(screen.getByText(/år för sent/)).toHaveTextContent('6år för sent');
});

test('where everything fits it says so, and where there is nobody what to do first', async () => {
  const { unmount } = await show([]);
  expect(screen.getByText(/Allt stämmer/)).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Inget väntar' })).toBeVisible();
  expect(screen.getByText('Policyn säger som det är')).toBeVisible();
  unmount();
  session.customers = 0;
  await show([]);
  expect(screen.getByText('Här börjar du')).toBeVisible();
  expect(screen.getAllByRole('link')).toHaveLength(2);
});

test('a finding leads to where it is mended', () => {
  expect(all.map((each) => said(each).mend.to)).toEqual([
    { name: 'informed', only: 'others' },
    { name: 'customer', id: 7 },
    'customers',
    'purchases',
    { name: 'policy' },
    { name: 'policy' },
    { name: 'policy' },
    { name: 'activity', id: 3 },
    { name: 'activity', id: 5 },
    { name: 'supplier', id: 3 },
    { name: 'map' },
    { name: 'informed', only: 'lacking' },
    { name: 'customer', id: 7 },
    { name: 'informed', only: 'older' },
    { name: 'customer', id: 7 },
    { name: 'policy' },
    { name: 'newSupplier', work: 'mail' },
    { name: 'activity', id: 5 },
    { name: 'activity', id: 5 },
    { name: 'activity', id: 5 },
    { name: 'customer', id: 7 },
    { name: 'clause', id: 4, language: 'da' },
  ]);
});

test('two of one name are two findings', async () => {
  await show([
    { kind: 'supplierLacks', supplier: 3, name: 'Tidboken AB' },
    { kind: 'supplierLacks', supplier: 4, name: 'Tidboken AB' },
    { kind: 'clauseBroken', clause: 4, name: 'Mitt eget', language: 'da' },
    { kind: 'clauseBroken', clause: 5, name: 'Mitt eget', language: 'da' },
    { kind: 'refusedKept', activity: 5, name: 'Utskick', people: people(1) },
    { kind: 'refusedKept', activity: 10, name: 'Utskick', people: people(1) },
  ]);
  expect(screen.getAllByRole('link', { name: 'Öppna Tidboken AB' }).map((link) => link.getAttribute('href'))).toEqual([
    '#/suppliers/3',
    '#/suppliers/4',
  ]);
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(6);
});

test('what is mended with each of many people begins with the first and shows all that are known by name, also after coming back', async () => {
  const first = [1, 2, 3, 4, 5, 6, 7].map((id) => ({ id, name: `Person ${id}` }));
  const found: Drift[] = [
    { kind: 'consentOld', activity: 5, name: 'Nyhetsbrev', people: { count: 9, first } },
    { kind: 'consentOld', activity: 10, name: 'Foton', people: people(2) },
  ];
  const { unmount } = await show(found);
  // It begins with the first.
  expect(screen.getByRole('link', { name: 'Öppna Person 1' })).toHaveAttribute('href', '#/customers/1');
  expect(screen.getByRole('link', { name: 'Öppna Saga Wallin' })).toHaveAttribute('href', '#/customers/7');
  expect(screen.queryByRole('link', { name: 'Person 6' })).not.toBeInTheDocument();
  expect(screen.getByText(/och 4 till/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Visa 7' }));
  expect(screen.getByRole('link', { name: 'Person 7' })).toHaveAttribute('href', '#/customers/7');
  expect(screen.getByText(/och 2 till/)).toBeVisible();
  unmount();
  await show(found);
  expect(screen.getByRole('link', { name: 'Person 7' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Visa färre' }));
  expect(screen.queryByRole('link', { name: 'Person 6' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Visa 7' })).toHaveAttribute('aria-expanded', 'false');
});

test('old purchases are erased on the spot, after a question that says how many', async () => {
  const user = userEvent.setup();
  await show([{ kind: 'purchasesPassed', years: 7, count: 1_204, people: people(2) }]);
  await user.click(screen.getByRole('button', { name: 'Radera dem' }));
  const dialog = screen.getByRole('dialog', { name: 'Radera 1\u00a0204 gamla köp?' });
  expect(dialog).toHaveTextContent('De raderas hos 2 kunder');
  invoke.mockClear();
  await user.click(within(dialog).getByRole('button', { name: 'Avbryt' }));
  expect(invoke).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Radera dem' }));
  invoke.mockImplementation(async (command: string) => (command === 'erase_purchases' ? { value: null, savedAt: '2026-11-22T13:32:00Z' } : []));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Radera' }));
  expect(invoke).toHaveBeenCalledWith('erase_purchases', undefined);
  expect(await screen.findByRole('heading', { name: 'Inget väntar' })).toBeVisible();
});

test('those of whom nothing was heard are chosen and erased on the spot', async () => {
  const user = userEvent.setup();
  await show([{ kind: 'retentionPassed', years: 3, people: { count: 4, first: [{ id: 7, name: 'Saga Wallin' }, { id: 8, name: 'Bo Ek' }, { id: 9, name: 'Eva By' }] } }]);
  await user.click(screen.getByRole('button', { name: 'Välj och radera' }));
  const dialog = screen.getByRole('dialog', { name: 'Vilka ska raderas?' });
  expect(dialog).toHaveTextContent('Här står de 3 som');
  await user.click(within(dialog).getByRole('checkbox', { name: 'Bo Ek' }));
  invoke.mockImplementation(async (command: string) => (command === 'erase_customers' ? { value: null, savedAt: '2026-11-22T13:32:00Z' } : []));
  await user.click(within(dialog).getByRole('button', { name: 'Radera 2 kunder' }));
  expect(invoke).toHaveBeenCalledWith('erase_customers', { request: { customers: [7, 9] } });
  expect(await screen.findByRole('heading', { name: 'Inget väntar' })).toBeVisible();
});

test('only what is well is said to be', async () => {
  await show([{ kind: 'policyOutdated', version: 2 }]);
  expect(screen.queryByText('Policyn säger som det är')).not.toBeInTheDocument();
  expect(screen.getByText('Allt är klart med leverantörerna')).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'Inget väntar' })).not.toBeInTheDocument();
});

test.each([
  [4, 'night'],
  [7, 'morning'],
  [12, 'day'],
  [18, 'evening'],
  [23, 'night'],
] as const)('at %i it is %s', (hour, part) => {
  expect(partOfDay(new Date(2026, 10, 22, hour))).toBe(part);
});
