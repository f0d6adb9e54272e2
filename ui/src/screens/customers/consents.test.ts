import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { toasts } from '../../lib/toasts.svelte';
import type { AttachmentView } from '../../api/types/AttachmentView';
import type { ConsentView } from '../../api/types/ConsentView';
import type { CustomerConsents } from '../../api/types/CustomerConsents';
import type { CustomerView } from '../../api/types/CustomerView';
import type { HealthNote } from '../../api/types/HealthNote';
import type { Offers } from '../../api/types/Offers';
import { today } from '../../lib/format';
import { setLanguage } from '../../lib/words.svelte';
import { removal, said } from './answers';
import ConsentDialog from './ConsentDialog.svelte';
import ConsentRow from './ConsentRow.svelte';
import Consents from './Consents.svelte';
import HealthNotes from './HealthNotes.svelte';
import NotedDialog from './NotedDialog.svelte';
import UnwantedPhotos from './UnwantedPhotos.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const offers: ConsentView = {
  to: 'newsletter',
  name: 'Erbjudanden',
  isAsked: true,
  isExplicit: false,
  id: null,
  version: null,
  current: 1,
  givenOn: null,
  givenHow: null,
  withdrawnOn: null,
  withdrawnHow: null,
  paper: null,
  keptBecause: '',
  isToFollow: false,
};
const yes: ConsentView = { ...offers, id: 4, version: 1, givenOn: '2026-03-01', givenHow: 'paper' };
const no: ConsentView = { ...offers, id: 4, withdrawnOn: '2026-05-06', withdrawnHow: 'email' };

function show(consent: ConsentView, mayBeSent: Offers = 'ownCustomer') {
  const does = () => vi.fn();
  render(ConsentRow, {
    consent,
    paper: null,
    offers: mayBeSent,
    busy: false,
    onyes: does(),
    onno: does(),
    onfollow: does(),
    onotheryes: does(),
    onotherno: does(),
    onprint: does(),
    oncopy: does(),
    onremove: does(),
  });
  return screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'));
}

const anna: CustomerView = {
  id: 3,
  seen: { mark: '2026-01-01T09:00:00+01:00', digest: 'aa' },
  number: 12,
  fields: {
    givenName: 'Anna',
    familyName: 'Ek',
    phones: [],
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
  history: [],
  attachments: [],
  policyVersion: null,
  policyInForce: null,
  left: null,
};
const photo = (id: number, name: string): AttachmentView => ({ id, name, mediaType: 'png', bytes: 41_200, addedOn: '2026-06-01' });
const calls = (command: string) => invoke.mock.calls.filter(([name]) => name === command).map(([, sent]) => sent as unknown);
const saved = (value: unknown = null) => Promise.resolve({ value, savedAt: '2026-06-02T19:30:00+01:00' });
const refusal = (code: string, fields: unknown[] = []) => Object.assign(new Error(), { code, fields });

beforeEach(() => {
  setLanguage('sv');
  invoke.mockReset();
  invoke.mockImplementation(() => saved());
});

test('where nobody is asked for a yes a no can be noted, and no yes', () => {
  expect(show({ ...offers, isAsked: false })).toEqual(['Mer om Erbjudanden', 'Sa nej: Erbjudanden']);
  expect(screen.getByText('Har inte sagt nej.')).toBeInTheDocument();
});

test('she who said no there has said all that can be said', () => {
  expect(show({ ...no, isAsked: false })).toEqual(['Mer om Erbjudanden']);
  expect(screen.getByText(/Sa nej/)).toHaveTextContent('Sa nej 2026-05-06, per mejl.');
});

test('a yes that must be explicit follows the question', () => {
  expect(show({ ...offers, isExplicit: true })).toEqual(['Mer om Erbjudanden', 'Visa frågan: Erbjudanden', 'Sa nej: Erbjudanden']);
});

test('a yes is taken back as easily as it is given', () => {
  expect(show(offers)).toEqual(['Mer om Erbjudanden', 'Sa ja idag: Erbjudanden', 'Sa nej: Erbjudanden']);
  document.body.replaceChildren();
  expect(show(yes)).toEqual(['Mer om Erbjudanden', 'Tar tillbaka sitt ja: Erbjudanden']);
  document.body.replaceChildren();
  // Where nobody is asked any more it can still be taken back, and is not old.
  expect(show({ ...yes, isAsked: false, current: 2 })).toEqual(['Mer om Erbjudanden', 'Tar tillbaka sitt ja: Erbjudanden']);
});

test('what goes when a note is removed is said of what she said last', () => {
  const back = { ...yes, withdrawnOn: no.withdrawnOn, withdrawnHow: no.withdrawnHow };
  expect(said(back)).toBe('Tog tillbaka sitt ja 2026-05-06, per mejl.');
  expect(new Set([yes, no, back].map(removal)).size).toBe(3);
  expect(removal(back)).toContain('gäller hennes ja igen');
});

test('of a yes to an earlier question the new one can be noted; one that must be explicit is read first', () => {
  const old = { ...yes, current: 2 };
  expect(show(old)).toEqual(['Mer om Erbjudanden', 'Sa ja till version 2 idag: Erbjudanden', 'Tar tillbaka sitt ja: Erbjudanden']);
  document.body.replaceChildren();
  expect(show({ ...old, isExplicit: true })).toEqual(['Mer om Erbjudanden', 'Visa frågan: Erbjudanden', 'Tar tillbaka sitt ja: Erbjudanden']);
});

test('a yes of another day is noted where it says something new', async () => {
  const user = userEvent.setup();
  const items = async (consent: ConsentView) => {
    cleanup();
    show(consent);
    await user.click(screen.getByRole('button', { name: 'Mer om Erbjudanden' }));
    // Nothing is laid out here, and so the menu is not in sight.
    return screen.getAllByRole('menuitem', { hidden: true }).map((item) => item.textContent.trim());
  };
  const another = 'Ja en annan dag, på papper eller per mejl';
  expect(await items(offers)).toContain(another);
  expect(await items({ ...yes, current: 2 })).toContain(another);
  expect(await items(yes)).not.toContain(another);
  expect(await items({ ...offers, isAsked: false })).not.toContain(another);
});

test('what follows from a no is said once, until it is done', () => {
  const back: ConsentView = { ...yes, withdrawnOn: '2026-05-06', withdrawnHow: 'email', isToFollow: true };
  expect(show(back, 'saidNo')).toContain('Gjort: Erbjudanden');
  expect(screen.getAllByText(/Ta bort henne från utskickslistan/)).toHaveLength(1);
  document.body.replaceChildren();
  show({ ...back, to: 'skinAdvice' });
  expect(screen.getByText(/på papper också/)).toBeVisible();
  document.body.replaceChildren();
  show({ ...back, to: 'own:0a1b', name: 'Utlottningar' });
  expect(screen.getByText(/Radera det du har om henne för det här/)).toBeVisible();
  document.body.replaceChildren();
  expect(show({ ...back, isToFollow: false })).not.toContain('Gjort: Erbjudanden');
});

test('where nobody is asked it is said to whom offers may go', () => {
  show({ ...offers, isAsked: false }, 'notAsked');
  expect(screen.getByText(/Du får bara mejla den som har handlat/)).toBeVisible();
  document.body.replaceChildren();
  show(offers, 'notAsked');
  expect(screen.getByText('Skicka inga erbjudanden förrän hon har sagt ja.')).toBeVisible();
});

/** Her page, on which `known` is what she said; answers what to press, and how often it was asked for. */
function page(known: () => Partial<CustomerConsents>) {
  invoke.mockImplementation((command: string) => {
    if (command === 'customer_consents') return Promise.resolve({ consents: [], offers: 'saidNo', healthNotes: [], photos: [], ...known() });
    if (command === 'open_customer') return Promise.resolve({ ...anna });
    return saved(4);
  });
  const onsaved = vi.fn();
  const { rerender } = render(Consents, { view: anna, onsaved });
  onsaved.mockImplementation((view: CustomerView) => rerender({ view }));
  return userEvent.setup();
}

test('that it is done is noted, undone, and asked for once', async () => {
  let isToFollow = true;
  const user = page(() => ({ consents: [{ ...yes, to: 'photo', name: 'Foton', withdrawnOn: '2026-05-06', withdrawnHow: 'email', isToFollow }] }));
  const done = await screen.findByRole('button', { name: 'Gjort: Foton' });
  isToFollow = false;
  await user.click(done);
  expect(calls('follow_consent')).toEqual([{ row: 4, isDone: true }]);
  await waitFor(() => expect(toasts()[0]?.words).toBe('Antecknat: gjort'));
  expect(screen.queryByRole('button', { name: 'Gjort: Foton' })).not.toBeInTheDocument();
  expect(calls('customer_consents')).toHaveLength(2);
  // The button that was pressed is gone, and who works by keys is still there.
  expect(screen.getByRole('heading', { name: 'Foton' })).toHaveFocus();
  isToFollow = true;
  await toasts()[0]?.undo?.();
  expect(calls('follow_consent')[1]).toEqual({ row: 4, isDone: false });
  expect(await screen.findByRole('button', { name: 'Gjort: Foton' })).toBeVisible();
});

test('a dialog that notes a day asks for what she said once, too', async () => {
  const user = page(() => ({ consents: [offers] }));
  await user.click(await screen.findByRole('button', { name: 'Mer om Erbjudanden' }));
  await user.click(screen.getByText('Nej en annan dag, på papper eller per mejl'));
  await user.click(screen.getByRole('button', { name: 'Anteckna nej' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(calls('withdraw_consent')[0]).toMatchObject({ request: { to: 'newsletter', withdrawnOn: today(), how: 'spoken' } });
  expect(calls('customer_consents')).toHaveLength(2);
});

function note(more: { disabled?: boolean; onsave?: () => Promise<void> } = {}) {
  const onsave = vi.fn(more.onsave ?? (() => Promise.resolve()));
  const onclose = vi.fn();
  render(NotedDialog, {
    title: 'Nej till: Foton',
    save: 'Anteckna nej',
    ways: [
      { value: 'spoken', label: 'Muntligt' },
      { value: 'paper', label: 'På papper' },
    ],
    way: 'spoken',
    day: 'withdrawnOn',
    onclose,
    ...more,
    onsave,
  });
  return { user: userEvent.setup(), onsave, onclose };
}

test('a day and a way are noted, and no day to come', async () => {
  const { user, onsave, onclose } = note();
  const day = screen.getByRole('textbox', { name: 'Dag' });
  await user.clear(day);
  await user.type(day, '2999-01-01{Enter}');
  expect(onsave).not.toHaveBeenCalled();
  expect(day).toBeInvalid();
  await user.clear(day);
  await user.type(day, '2026-05-06');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Hur' }), 'På papper');
  await user.click(screen.getByRole('button', { name: 'Anteckna nej' }));
  expect(onsave).toHaveBeenCalledWith('2026-05-06', 'paper');
  await waitFor(() => expect(onclose).toHaveBeenCalled());
});

test('what was refused is said in the dialog, which stays', async () => {
  const { user } = note({ onsave: () => Promise.reject(refusal('invalid', [{ field: 'withdrawnOn', rule: 'beforeAnswer' }])) });
  await user.click(screen.getByRole('button', { name: 'Anteckna nej' }));
  expect(await screen.findByText(/Hon svarade något annat efter den dagen/)).toBeVisible();
  expect(screen.getByRole('dialog')).toBeVisible();
});

test('while there is nothing to be noted, nothing is', async () => {
  const { user, onsave } = note({ disabled: true });
  expect(screen.getByRole('button', { name: 'Anteckna nej' })).toBeDisabled();
  await user.type(screen.getByRole('textbox', { name: 'Dag' }), '{Enter}');
  expect(onsave).not.toHaveBeenCalled();
});

test('no explicit yes is noted before its words can be read', async () => {
  let answer: (uses: unknown) => void = () => undefined;
  invoke.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const skin: ConsentView = { ...offers, to: 'skinAdvice', isExplicit: true };
  render(ConsentDialog, { view: anna, consent: skin, ongive: vi.fn(), onclose: vi.fn() });
  const save = screen.getByRole('button', { name: 'Anteckna ja' });
  expect(save).toBeDisabled();
  answer([{ to: 'skinAdvice', versions: [{ version: 1, texts: { sv: 'Får jag?', da: '', en: '' } }] }]);
  expect(await screen.findByText('Får jag?')).toBeVisible();
  expect(save).toBeEnabled();
});

test('the pictures that are not of something else are erased', async () => {
  const onchange = vi.fn(() => Promise.resolve());
  render(UnwantedPhotos, { customer: 3, photos: [photo(1, 'huden.png'), photo(2, 'kvitto.png')], onchange });
  const user = userEvent.setup();
  expect(screen.getByText('Hon har sagt nej till foton, och 2 bilder ligger bland hennes filer.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Radera bilder' }));
  await user.click(screen.getByRole('checkbox', { name: /kvitto/ }));
  await user.click(screen.getByRole('button', { name: 'Radera en bild' }));
  expect(calls('erase_photos')).toEqual([{ request: { customerId: 3, photos: [1] } }]);
  await waitFor(() => expect(onchange).toHaveBeenCalled());
  await waitFor(() => expect(toasts()[0]?.words).toBe('En bild är raderad'));
  // Asked again, all of them are meant again; without one there is nothing to erase.
  await user.click(screen.getByRole('button', { name: 'Radera bilder' }));
  expect(screen.getByRole('checkbox', { name: /kvitto/ })).toBeChecked();
  for (const box of screen.getAllByRole('checkbox')) await user.click(box);
  expect(screen.getByRole('button', { name: 'Radera 0 bilder' })).toBeDisabled();
});

const notes: HealthNote[] = [
  { place: 'notes', lines: ['Allergisk mot parfym.'] },
  { place: 'elsewhere', lines: ['allergi.pdf'] },
];
const health = (skin: ConsentView | null, of = notes) => {
  document.body.replaceChildren();
  const onchange = vi.fn(() => Promise.resolve());
  render(HealthNotes, { view: anna, notes: of, skin, onchange });
  return { user: userEvent.setup(), onchange };
};

test('who never answered is asked; after a no the lines go, unless there is a reason to keep them', () => {
  health(null);
  expect(screen.getByText(/Fråga henne, eller radera de här raderna/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Behåll, och skriv varför' })).not.toBeInTheDocument();
  const skin = { ...no, to: 'skinAdvice' } as const;
  health({ ...skin, givenOn: '2026-03-01', givenHow: 'paper' });
  expect(screen.getByText('Hon tog tillbaka sitt ja, och här står fortfarande något om hälsa.')).toBeVisible();
  expect(screen.getByText(/om du inte har ett annat skäl att behålla dem/)).toBeVisible();
  expect(screen.queryByText(/Fråga henne/)).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Behåll, och skriv varför' })).toBeVisible();
});

test('only lines that can go are erased, and a reason is kept with them', async () => {
  const { user, onchange } = health({ ...no, to: 'skinAdvice' });
  await user.click(screen.getByRole('button', { name: 'Radera raderna' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText('Allergisk mot parfym.')).toBeVisible();
  expect(dialog.queryByText('allergi.pdf')).not.toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'Radera raderna' }));
  expect(calls('erase_notes')).toEqual([{ id: 3 }]);
  await waitFor(() => expect(onchange).toHaveBeenCalledOnce());
  await user.click(screen.getByRole('button', { name: 'Behåll, och skriv varför' }));
  const keep = screen.getByRole('button', { name: 'Spara skälet' });
  expect(keep).toBeDisabled();
  await user.type(screen.getByRole('textbox', { name: 'Skäl' }), 'Reklamation');
  await user.click(keep);
  expect(calls('keep_notes')).toEqual([{ request: { customerId: 3, because: 'Reklamation' } }]);
});

test('where nothing can be erased by lines, nothing offers to', () => {
  health(null, notes.slice(1));
  expect(screen.getByText(/Fråga henne, eller ändra det där det står/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Radera raderna' })).not.toBeInTheDocument();
  // Who said no has answered.
  health({ ...no, to: 'skinAdvice' }, notes.slice(1));
  expect(screen.getByText(/Ändra det där det står/)).toBeVisible();
  expect(screen.queryByText(/Fråga henne/)).not.toBeInTheDocument();
});
