import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import type { CustomerView } from '../../api/types/CustomerView';
import type { Draft } from '../../api/types/Draft';
import type { ListCustomers } from '../../api/types/ListCustomers';
import { go, route } from '../../lib/router.svelte';
import { handleKey } from '../../lib/shortcuts';
import { setLanguage } from '../../lib/words.svelte';
import Customers from './Customers.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {
      return undefined;
    }
    disconnect() {
      return undefined;
    }
  },
);

const people = ['Amira Abdi', 'Karin Almgren', 'Sofia Backlund'];
const sofia: CustomerView = {
  id: 3,
  seen: { mark: '2026-01-01T09:00:00+01:00', digest: 'aa' },
  number: 12,
  fields: {
    givenName: 'Sofia',
    familyName: 'Backlund',
    phones: [{ label: 'mobile', number: '070-174 06 38' }],
    emails: [],
    addresses: [],
    birthday: null,
    language: null,
    source: 'self',
    sourceDetail: '',
    tags: [],
    notes: '',
  },
  addedOn: '2026-01-10',
  history: [{ kind: 'added', on: '2026-01-10' }],
  attachments: [],
  policyVersion: null,
  policyInForce: null,
  left: null,
};
let registered: string[];
let refused: Record<string, unknown>;
let opened: CustomerView;
/** What is kept half written. */
let draft: Draft | null;

beforeEach(() => {
  setLanguage('sv');
  session.opened({ country: 'SE' } as Business);
  registered = people;
  refused = {};
  opened = sofia;
  draft = null;
  go({ name: 'customers' });
  invoke.mockReset();
  invoke.mockImplementation((command: string, args: { request: ListCustomers }) => {
    if (refused[command]) return Promise.reject(refused[command]);
    if (command === 'list_customers') {
      const { query, offset, limit } = args.request;
      const found = registered.filter((name) => name.toLowerCase().includes(query.toLowerCase()));
      const rows = found.slice(offset, offset + limit).map((name) => {
        const [givenName = '', familyName = ''] = name.split(' ');
        const id = registered.indexOf(name) + 1;
        return { id, givenName, familyName, letter: familyName.charAt(0), town: '', latestPurchaseOn: null, addedOn: '2026-01-10' };
      });
      return Promise.resolve({ total: found.length, all: registered.length, rows, place: null });
    }
    if (command === 'customer_consents') return Promise.resolve({ consents: [], offers: 'notAsked', healthNotes: [] });
    if (command === 'open_customer') return Promise.resolve(opened);
    if (command === 'find_draft') return Promise.resolve(draft);
    return Promise.resolve({ value: command === 'give_policy' ? opened : sofia, savedAt: '2026-11-22T13:32:00Z' });
  });
});

const calls = (command: string) => invoke.mock.calls.filter(([name]) => name === command).map(([, args]) => args);

test('the list counts its customers, and arrows, Home and End move through it', async () => {
  const user = userEvent.setup();
  render(Customers);
  const first = await screen.findByRole('link', { name: /Amira Abdi/ });
  expect(session.customers).toBe(3);
  const rows = screen.getAllByRole('listitem');
  expect(rows[1]).toHaveAttribute('aria-setsize', '3');
  expect(rows[1]).toHaveAttribute('aria-posinset', '2');
  // A letter stands at the first of those that have it.
  expect(rows.map((row) => row.querySelector('.letter')?.textContent)).toEqual(['A', '', 'B']);
  await user.click(screen.getByRole('searchbox', { name: 'Sök kund' }));
  await user.keyboard('{ArrowDown}');
  expect(first).toHaveFocus();
  await user.keyboard('{End}');
  expect(screen.getByRole('link', { name: /Sofia Backlund/ })).toHaveFocus();
  await user.keyboard('{Home}{ArrowDown}');
  expect(screen.getByRole('link', { name: /Karin Almgren/ })).toHaveFocus();
  await user.keyboard('{Home}{ArrowUp}');
  expect(screen.getByRole('searchbox')).toHaveFocus();
});

test('a search without a hit says what was searched, and begins a customer of that name', async () => {
  const user = userEvent.setup();
  render(Customers);
  await screen.findByRole('link', { name: /Amira Abdi/ });
  await user.type(screen.getByRole('searchbox'), 'anna ek');
  await user.click(await screen.findByRole('button', { name: 'Lägg till Anna Ek' }));
  expect(route()).toEqual({ name: 'newCustomer' });
  expect(screen.getByRole('textbox', { name: 'Förnamn' })).toHaveValue('Anna');
  expect(screen.getByRole('textbox', { name: 'Efternamn' })).toHaveValue('Ek');
});

test('an empty register says what to do first', async () => {
  registered = [];
  render(Customers);
  expect(await screen.findByText('Här kommer dina kunder att stå')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ta in från fil' })).toHaveAttribute('href', '#/import');
  expect(screen.getByRole('link', { name: 'Börja med en kund' })).toHaveAttribute('href', '#/customers/new');
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
});

test('what the register refuses lands at its field, which gets the focus, and nothing typed is lost', async () => {
  const user = userEvent.setup();
  go({ name: 'editCustomer', id: 3 });
  render(Customers);
  const given = await screen.findByRole('textbox', { name: 'Förnamn' });
  expect(given).toHaveFocus();
  await user.clear(given);
  await user.type(given, 'Elin');
  await user.click(screen.getByRole('button', { name: 'Lägg till telefon' }));
  await user.keyboard('vet ej');
  refused['edit_customer'] = { code: 'invalid', fields: [{ field: 'phones.1.number', rule: 'tooLong' }] };
  handleKey(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }));
  const wrong = await screen.findByRole('textbox', { name: 'Telefon 2' });
  await waitFor(() => expect(wrong).toBeInvalid());
  expect(wrong).toHaveFocus();
  expect(wrong).toHaveValue('vet ej');
  expect(given).toHaveValue('Elin');
  expect(screen.getByRole('textbox', { name: 'Telefon 1' })).toBeValid();
  refused = {};
  await user.click(screen.getByRole('button', { name: 'Ta bort telefon 2' }));
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(route()).toEqual({ name: 'customer', id: 3 }));
  expect(calls('edit_customer').at(-1)).toMatchObject({
    request: { id: 3, fields: { givenName: 'Elin', phones: [{ label: 'mobile', number: '070-174 06 38' }] } },
  });
});

test('Esc leaves an untouched form at once, and asks before it throws away what was typed', async () => {
  const user = userEvent.setup();
  const esc = () => handleKey(new KeyboardEvent('keydown', { key: 'Escape' }));
  go({ name: 'newContact', id: 3 });
  render(Customers);
  await screen.findByRole('textbox', { name: 'Vad det gällde' });
  esc();
  expect(route()).toEqual({ name: 'customer', id: 3 });
  go({ name: 'newContact', id: 3 });
  await user.type(await screen.findByRole('textbox', { name: 'Vad det gällde' }), 'Prov');
  esc();
  expect(route()).toEqual({ name: 'newContact', id: 3 });
  const question = await screen.findByRole('dialog', { name: 'Ska det du skrev kastas?' });
  await user.click(within(question).getByRole('button', { name: 'Fortsätt skriva' }));
  expect(screen.getByRole('textbox', { name: 'Vad det gällde' })).toHaveValue('Prov');
  go({ name: 'policy' });
  await user.click(await screen.findByRole('button', { name: 'Kasta' }));
  expect(route()).toEqual({ name: 'policy' });
});

test('a purchase is typed line by line with Enter, and its sum follows', async () => {
  const user = userEvent.setup();
  go({ name: 'newPurchase', id: 3 });
  render(Customers);
  await user.type(await screen.findByRole('textbox', { name: 'Vara 1' }), 'Dagkräm');
  await user.type(screen.getByRole('textbox', { name: 'Pris per styck 1' }), '499,50{Enter}');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Vara 2' })).toHaveFocus());
  await user.keyboard('Handkräm');
  await user.clear(screen.getByRole('textbox', { name: 'Antal 2' }));
  await user.type(screen.getByRole('textbox', { name: 'Antal 2' }), '2');
  await user.type(screen.getByRole('textbox', { name: 'Pris per styck 2' }), '149{Enter}');
  expect(screen.getByText(/797,50/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(route()).toEqual({ name: 'customer', id: 3 }));
  expect(calls('add_purchase')[0]).toMatchObject({
    request: {
      customerId: 3,
      fields: {
        lines: [
          { product: 'Dagkräm', quantity: 1, unitPrice: 49_950 },
          { product: 'Handkräm', quantity: 2, unitPrice: 14_900 },
        ],
      },
    },
  });
});

test('the policy that is given is the version in force; without one the way there is shown', async () => {
  const user = userEvent.setup();
  opened = { ...sofia, policyInForce: 3 };
  go({ name: 'customer', id: 3 });
  const { unmount } = render(Customers);
  expect(await screen.findByText('Har inte fått den än.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Lämna policyn' }));
  expect(await screen.findByRole('textbox', { name: 'Dag' })).toBeVisible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Hur' }), 'Mejl');
  await user.click(screen.getByRole('button', { name: 'Anteckna' }));
  expect(calls('give_policy')[0]).toMatchObject({ request: { customerId: 3, version: 3, channel: 'email' } });
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  unmount();
  opened = sofia;
  render(Customers);
  await user.click(await screen.findByRole('button', { name: 'Lämna policyn' }));
  const onward = await screen.findByRole('button', { name: 'Till integritetspolicyn' });
  expect(onward).toHaveAttribute('autofocus');
  await user.click(onward);
  expect(route()).toEqual({ name: 'policy' });
});

test('who was erased is said to be, with what is left and how long, and is given no policy', async () => {
  opened = { ...sofia, policyInForce: 3, left: { erasedOn: '2026-11-20', until: '2031-11-20' } };
  go({ name: 'customer', id: 3 });
  const { unmount } = render(Customers);
  expect(await screen.findByText('Raderad 2026-11-20.')).toBeVisible();
  expect(screen.getByText(/finns kvar till 2031-11-20/)).toBeVisible();
  expect(screen.queryByText('Har inte fått den än.')).not.toBeInTheDocument();
  unmount();
  opened = { ...sofia, left: { erasedOn: '2026-11-20', until: null } };
  render(Customers);
  expect(await screen.findByText(/Inget måste finnas kvar längre/)).toBeVisible();
});

test('a version that came after the one she was given is said, and given with one press', async () => {
  const user = userEvent.setup();
  opened = { ...sofia, policyVersion: 2, policyInForce: 3 };
  go({ name: 'customer', id: 3 });
  render(Customers);
  expect(await screen.findByText('Fick version 2')).toBeVisible();
  expect(screen.getByText('Nu gäller version 3.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Lämna version 3' }));
  expect(await screen.findByRole('dialog', { name: 'Lämna policyn till Sofia Backlund' })).toBeVisible();
});

test('who has the version in force has the latest', async () => {
  opened = { ...sofia, policyVersion: 3, policyInForce: 3 };
  go({ name: 'customer', id: 3 });
  render(Customers);
  expect(await screen.findByText('Fick version 3')).toBeVisible();
  expect(screen.queryByText(/Nu gäller/)).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Lämna på nytt' })).toBeVisible();
});

const away = { elsewhere: { computer: 'Annas dator', since: '2026-11-22T13:32:00Z', isOver: false }, changed: false };

test('where the register can only be read, nothing leads to a form, and each way says why', async () => {
  session.heard({ kind: 'standing', standing: away });
  opened = { ...sofia, history: [{ kind: 'contact', id: 1, on: '2026-02-01', channel: 'phone', summary: 'Om en kräm', seen: { mark: '', digest: '' } }, ...sofia.history] };
  go({ name: 'customer', id: 3 });
  const user = userEvent.setup();
  render(Customers);
  await screen.findByText('Om en kräm');
  for (const name of ['Nytt inköp', 'Ny kontakt', 'Ändra uppgifterna', 'Lägg till fil', 'Lämna policyn', /^Ny kund/]) {
    const button = screen.getByRole('button', { name });
    expect(button).toHaveAccessibleDescription(/^Registret är öppet på .Annas dator.\. Så länge går det bara att läsa här\./);
    await user.click(button);
    expect(route()).toEqual({ name: 'customer', id: 3 });
  }
  expect(screen.queryByRole('link', { name: /^Ändra/ })).not.toBeInTheDocument();
  session.heard({ kind: 'standing', standing: { elsewhere: null, changed: false } });
  expect(await screen.findByRole('link', { name: /^Ändra/ })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Ny kontakt' }));
  await waitFor(() => expect(route()).toEqual({ name: 'newContact', id: 3 }));
});

test('what was typed before the register could only be read stays, and is saved once it can be changed again', async () => {
  const user = userEvent.setup();
  go({ name: 'editCustomer', id: 3 });
  render(Customers);
  const field = await screen.findByRole('textbox', { name: 'Förnamn' });
  await user.clear(field);
  await user.type(field, 'Sofie');
  session.heard({ kind: 'standing', standing: away });
  const save = await screen.findByRole('button', { name: 'Spara', description: /^Registret är öppet på/ });
  await user.click(save);
  await user.type(field, '{Enter}');
  expect(invoke).not.toHaveBeenCalledWith('edit_customer', expect.anything());
  expect(field).toHaveValue('Sofie');
  session.heard({ kind: 'standing', standing: { elsewhere: null, changed: false } });
  await user.click(await screen.findByRole('button', { name: 'Spara', description: '' }));
  await waitFor(() => expect(invoke).toHaveBeenCalledWith('edit_customer', expect.anything()));
  const [, sent] = invoke.mock.calls.find(([command]) => command === 'edit_customer') as [string, { request: { fields: { givenName: string } } }];
  expect(sent.request.fields.givenName).toBe('Sofie');
});

test('what was saved meanwhile is not written over: the form is kept and comes back over it', async () => {
  const user = userEvent.setup();
  go({ name: 'editCustomer', id: 3 });
  const { unmount } = render(Customers);
  await user.type(await screen.findByLabelText('Förnamn'), ' Härifrån');
  refused['edit_customer'] = { code: 'changed', fields: [] };
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  expect(calls('edit_customer')[0]).toMatchObject({ seen: sofia.seen });
  await waitFor(() => expect(calls('find_draft')).toHaveLength(1));
  const [kept] = calls('keep_draft') as [{ draft: { form: string; content: string } }];
  expect(JSON.parse(kept.draft.content)).toMatchObject({
    row: sofia.seen.mark,
    begun: { givenName: 'Sofia' },
    fields: { givenName: 'Sofia Härifrån' },
  });
  unmount();

  // The window is shown anew, with what the other computer saved.
  opened = { ...sofia, seen: { ...sofia.seen, digest: 'bb' }, fields: { ...sofia.fields, givenName: 'Därifrån', notes: 'Deras' } };
  refused = {};
  draft = kept.draft;
  await session.showAgain();
  render(Customers);
  expect(await screen.findByLabelText('Förnamn')).toHaveValue('Sofia Härifrån');
  expect(screen.getByLabelText('Anteckningar')).toHaveValue('Deras');
  expect(screen.getByRole('note')).toHaveTextContent('På den andra datorn: Därifrån');
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  expect(calls('edit_customer').at(-1)).toMatchObject({ seen: { digest: 'bb' } });
});
