import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { fits } from '../../api/drafts';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import type { Missing } from '../../api/types/Missing';
import type { SupplierFields } from '../../api/types/SupplierFields';
import type { SupplierPreset } from '../../api/types/SupplierPreset';
import type { SupplierUses } from '../../api/types/SupplierUses';
import type { SupplierView } from '../../api/types/SupplierView';
import { go, route } from '../../lib/router.svelte';
import { handleKey } from '../../lib/shortcuts';
import { setLanguage } from '../../lib/words.svelte';
import { blankSub, missingWords, supplierForm, supplierOf, terms } from './supplier';
import Suppliers from './Suppliers.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const savedAt = '2026-11-22T13:32:00Z';
const office: SupplierFields = {
  name: 'Lilla Byrån AB',
  work: 'bookkeeper',
  roles: [{ role: 'processor', concerns: '' }],
  country: 'SE',
  safeguard: '',
  contact: 'Kundtjänst',
  contactEmail: 'kund@lillabyran.example',
  agreement: 'direct',
  reseller: '',
  acceptedOn: '2026-02-03',
  acceptedBy: 'Maja Lindqvist',
  authority: 'Innehavare',
  terms: terms.map(({ term }) => term),
  subProcessors: [],
  retention: '',
  responsibility: '',
  uses: null,
};
const dove: SupplierFields = {
  ...office,
  name: 'Brevduvan Inc.',
  work: 'mail',
  country: 'US',
  safeguard: 'Standardavtalsklausuler',
  agreement: 'none',
  acceptedOn: null,
  acceptedBy: '',
  authority: '',
  terms: [],
};
const kivra: SupplierPreset = {
  key: 'kivra',
  label: 'Kivra',
  name: 'Kivra',
  work: 'mail',
  roles: [
    { role: 'processor', concerns: 'Brev' },
    { role: 'controller', concerns: 'Brevlådan' },
  ],
  retention: '390 dagar',
  responsibility: 'I brevlådan',
};
const page = { width: 210, height: 297, items: [] };
const offered: SupplierUses = {
  uses: [
    { id: 1, name: 'Försäljning' },
    { id: 2, name: 'Bokföring' },
  ],
  proposed: [
    { work: 'bookkeeper', uses: [2] },
    { work: 'social', uses: [1] },
  ],
};
let kept: SupplierView[];
let refused: Record<string, unknown>;

beforeEach(() => {
  setLanguage('sv');
  session.opened({ country: 'SE' } as Business);
  kept = [
    { id: 1, fields: office, missing: [], uses: [2], attachments: [], seen: { mark: '', digest: '' } },
    { id: 2, fields: dove, missing: [{ kind: 'agreement' }], uses: [1], attachments: [], seen: { mark: '', digest: '' } },
  ];
  refused = {};
  go({ name: 'suppliers' });
  invoke.mockReset();
  invoke.mockImplementation((command: string, args: { fields: SupplierFields; request: { id: number; fields: SupplierFields; language: string } }) => {
    if (refused[command]) return Promise.reject(refused[command]);
    switch (command) {
      case 'list_suppliers':
        return Promise.resolve(structuredClone(kept));
      case 'supplier_presets':
        return Promise.resolve([kivra]);
      case 'supplier_uses':
        return Promise.resolve(offered);
      case 'add_supplier':
        return Promise.resolve({ value: { id: 3, fields: args.fields, missing: [], uses: [], attachments: [] }, savedAt });
      case 'edit_supplier':
        return Promise.resolve({ value: { ...args.request, missing: [], uses: [], attachments: [] }, savedAt });
      case 'remove_supplier':
        return Promise.resolve({ value: kept.filter(({ id }) => id !== args.request.id), savedAt });
      case 'preview_agreement':
        return Promise.resolve({ pages: [page], mail: { to: dove.contactEmail, subject: `Ämne ${args.request.language}`, body: 'Hej,\n\nSkriv under.' } });
      case 'export_agreement':
        return Promise.resolve(true);
      default:
        return Promise.resolve(null);
    }
  });
});

const calls = (command: string) => invoke.mock.calls.filter(([name]) => name === command).map(([, args]) => args as unknown);

test('the list says what is missing, and with whom nothing is', async () => {
  render(Suppliers);
  expect(await screen.findByText('Hos en av dem saknas något.')).toBeVisible();
  expect(screen.getByText('Avtal saknas. De arbetar åt dig, och då kräver lagen ett.')).toBeVisible();
  expect(screen.getByText('Mejl, sms och brev, USA')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Gör ett avtal, Brevduvan Inc.' })).toHaveAttribute('href', '#/suppliers/2/agreement');
  expect(screen.getAllByText('Inget saknas.')).toHaveLength(1);
  expect(screen.getByRole('heading', { name: 'Varför står inte Kundbok här?' })).toBeVisible();
});

test('an empty list says whom to begin with', async () => {
  kept = [];
  render(Suppliers);
  expect(await screen.findByText('Här kommer dina leverantörer att stå')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ny leverantör' })).toHaveAttribute('href', '#/suppliers/new');
});

test('a new one begins from what is known, and the country must be told', async () => {
  const user = userEvent.setup();
  go({ name: 'newSupplier' });
  render(Suppliers);
  await user.click(await screen.findByRole('button', { name: 'Kivra' }));
  expect(screen.getByRole('textbox', { name: 'Namn' })).toHaveValue('Kivra');
  expect(screen.getByRole('textbox', { name: 'Vad roll 2 gäller' })).toHaveValue('Brevlådan');
  expect(screen.getByText(/Spara först, så gör Kundbok ett avtal/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  const countries = screen.getAllByRole('combobox', { name: 'Land där uppgifterna finns' });
  const country = countries[0] as HTMLElement;
  await waitFor(() => expect(country).toBeInvalid());
  expect(country).toHaveFocus();
  expect(calls('add_supplier')).toEqual([]);
  await user.selectOptions(country, 'SE');
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(route()).toEqual({ name: 'suppliers' }));
  const added = (calls('add_supplier')[0] as { fields: SupplierFields }).fields;
  expect(added).toMatchObject({ name: 'Kivra', work: 'mail', roles: kivra.roles, country: 'SE', retention: '390 dagar', acceptedOn: null });
  expect(await screen.findByRole('link', { name: 'Kivra' })).toBeVisible();
});

test('the agreement is written down, item by item', async () => {
  const user = userEvent.setup();
  go({ name: 'supplier', id: 2 });
  render(Suppliers);
  expect(await screen.findByRole('heading', { name: 'Brevduvan Inc.' })).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Av vem' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Gör ett avtal' })).toHaveAttribute('href', '#/suppliers/2/agreement');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Finns det ett avtal?' }), 'Ja, genom en återförsäljare');
  await user.type(screen.getByRole('textbox', { name: 'Återförsäljarens namn' }), 'Byn AB');
  await user.type(screen.getByRole('textbox', { name: 'Godkänt den' }), '2026-05-04');
  await user.type(screen.getByRole('textbox', { name: 'Av vem' }), 'Maja');
  await user.click(screen.getByRole('checkbox', { name: /Du får kontrollera/ }));
  await user.click(screen.getByRole('checkbox', { name: /Hur uppgifterna skyddas/ }));
  expect(screen.getByText(/2 av 13 hittade/)).toBeVisible();
  refused['edit_supplier'] = { code: 'invalid', fields: [{ field: 'reseller', rule: 'tooLong' }] };
  handleKey(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Återförsäljarens namn' })).toBeInvalid());
  refused = {};
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(route()).toEqual({ name: 'suppliers' }));
  expect(calls('edit_supplier').at(-1)).toMatchObject({
    request: { id: 2, fields: { agreement: 'reseller', reseller: 'Byn AB', acceptedOn: '2026-05-04', terms: ['security', 'audits'] } },
  });
});

test('a country outside the EEA asks what protects the data', async () => {
  const user = userEvent.setup();
  go({ name: 'supplier', id: 1 });
  render(Suppliers);
  const countries = await screen.findAllByRole('combobox', { name: 'Land där uppgifterna finns' });
  const own = countries[0] as HTMLElement;
  expect(screen.queryByRole('textbox', { name: 'Vad som skyddar uppgifterna där' })).not.toBeInTheDocument();
  await user.selectOptions(own, 'Japan');
  await user.type(screen.getByRole('textbox', { name: 'Vad som skyddar uppgifterna där' }), 'Beslut');
  await user.selectOptions(own, 'DK');
  expect(screen.queryByRole('textbox', { name: 'Vad som skyddar uppgifterna där' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(calls('edit_supplier')).toHaveLength(1));
  expect(calls('edit_supplier')[0]).toMatchObject({ request: { fields: { country: 'DK', safeguard: '' } } });
});

test('removing asks first, and says what goes', async () => {
  const user = userEvent.setup();
  go({ name: 'supplier', id: 1 });
  render(Suppliers);
  await user.click(await screen.findByRole('button', { name: 'Ta bort leverantören' }));
  const question = await screen.findByRole('dialog', { name: 'Ta bort Lilla Byrån AB?' });
  await user.click(within(question).getByRole('button', { name: 'Ta bort' }));
  await waitFor(() => expect(route()).toEqual({ name: 'suppliers' }));
  expect(calls('remove_supplier')).toEqual([{ request: { id: 1 }, seen: { mark: '', digest: '' } }]);
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Lilla Byrån AB' })).not.toBeInTheDocument());
});

test('the agreement is shown in each language, kept as PDF, and its mail is copied', async () => {
  const user = userEvent.setup();
  go({ name: 'supplierAgreement', id: 2 });
  render(Suppliers);
  expect(await screen.findByText('Ämne sv')).toBeVisible();
  expect(screen.getByRole('article')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Danska' }));
  expect(await screen.findByText('Ämne da')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Kopiera texten' }));
  expect(calls('copy_agreement_mail')).toEqual([{ request: { id: 2, language: 'da' } }]);
  await user.click(screen.getByRole('button', { name: 'Spara som PDF' }));
  await waitFor(() => expect(calls('export_agreement')).toEqual([{ request: { id: 2, language: 'da' } }]));
});

test('the items that an agreement lacks share one sentence, by name', () => {
  const term = (name: (typeof terms)[number]['term']): Missing => ({ kind: 'term', term: name });
  expect(missingWords([term('security')])).toEqual(['Avtalet saknar en punkt: ”Hur uppgifterna skyddas”.']);
  expect(missingWords([{ kind: 'acceptance' }, term('security'), term('audits'), { kind: 'contact' }])).toEqual([
    'Det står inte vem som godkände avtalet, när, eller med vilken rätt.',
    'Avtalet saknar 2 punkter: ”Hur uppgifterna skyddas” och ”Du får kontrollera att det följs”.',
    'Det finns ingen att vända sig till.',
  ]);
  expect(missingWords(terms.slice(1).map((each) => term(each.term)))).toEqual(['Avtalet saknar 12 av 13 punkter.']);
  expect(missingWords(terms.map((each) => term(each.term)))).toEqual(['Det står inte vad avtalet innehåller.']);
});

test('a draft of a form with more rows than a new one comes back', () => {
  const typed = { ...supplierForm(null), terms: ['security'], roles: kivra.roles, subProcessors: [blankSub(), { ...blankSub(), name: 'Ett' }] };
  expect(fits(JSON.parse(JSON.stringify(typed)), supplierForm(null))).toBe(true);
  expect(fits(JSON.parse(JSON.stringify(supplierForm(null))), supplierForm(office))).toBe(true);
  expect(supplierOf({ ...supplierForm(office), acceptedOn: '' }).acceptedOn).toBeNull();
});

test('where it gets data follows its work until it is chosen, and can follow again', async () => {
  const user = userEvent.setup();
  go({ name: 'supplier', id: 1 });
  render(Suppliers);
  const books = await screen.findByRole('checkbox', { name: 'Bokföring' });
  expect(books).toBeChecked();
  expect(screen.queryByRole('button', { name: 'Som det brukar vara' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: 'Försäljning' }));
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(calls('edit_supplier')).toMatchObject([{ request: { id: 1, fields: { uses: [1, 2] } } }]));
});

test('a new one that is written down for a place begins with its work', async () => {
  const user = userEvent.setup();
  go({ name: 'newSupplier', work: 'social' });
  render(Suppliers);
  expect(await screen.findByRole('checkbox', { name: 'Försäljning' })).toBeChecked();
  expect(screen.getByRole('combobox', { name: 'Vad de gör åt dig' })).toHaveValue('social');
  expect(screen.getByRole('combobox', { name: 'Roll 1' })).toHaveValue('jointController');
  await user.click(screen.getByRole('checkbox', { name: 'Försäljning' }));
  await user.click(screen.getByRole('button', { name: 'Som det brukar vara' }));
  expect(screen.getByRole('checkbox', { name: 'Försäljning' })).toBeChecked();
});
