import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import type { EntryDifference } from '../../api/types/EntryDifference';
import type { Differences } from '../../api/types/Differences';
import type { GenerationView } from '../../api/types/GenerationView';
import { go, route } from '../../lib/router.svelte';
import { toasts } from '../../lib/toasts.svelte';
import { setLanguage } from '../../lib/words.svelte';
import Versions from './Versions.svelte';
import { byDay, namesWords } from './versions';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const business = { name: 'Ängens Hudvård', country: 'SE' } as Business;
const people = (count: number, name = 'Kund') => Array.from({ length: count }, (_, at) => ({ id: at + 1, name: `${name} ${at + 1}`, newerThere: false }));
const person = (id: number, name: string, newerThere = false) => ({ id, name, newerThere });
const local = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).toISOString();

function version(number: number, savedAt: string, more: Partial<GenerationView> = {}): GenerationView {
  return { id: { number, digest: `0000000${number % 10}` }, savedAt, customers: 412, size: 84_400, isCurrent: false, ...more };
}

let versions: GenerationView[];
let differences: Differences;
let refused: string | null;

beforeEach(() => {
  setLanguage('sv');
  session.opened(business);
  versions = [version(3, local(22, 14), { isCurrent: true }), version(2, local(22, 9), { customers: 1 }), version(1, local(20, 9), { customers: null })];
  differences = { added: [], changed: [], gone: [], entries: [] };
  refused = null;
  invoke.mockReset();
  invoke.mockImplementation(async (command: string) => {
    if (command === 'list_generations') return versions;
    if (refused) throw { code: refused, fields: [] };
    if (command === 'compare_generation') return structuredClone(differences);
    if (command === 'restore_generation') return { value: null, savedAt: local(22, 15) };
    if (command === 'view_business') return { ...business, name: 'Som den hette då' };
    throw new Error(command);
  });
});

test('the time line has days, times, customers and sizes, and marks what is now', async () => {
  go({ name: 'versions' });
  render(Versions);
  await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(4));
  expect(screen.getAllByRole('heading', { level: 2 }).map((day) => day.querySelector('time')?.textContent)).toEqual(['2026-11-22', '2026-11-20']);
  expect(screen.getByRole('link', { name: /^14:05 412 kunder 84 kB Så är registret nu$/ })).toBeVisible();
  expect(screen.getByRole('link', { name: '09:05 1 kund 84 kB' })).toHaveAttribute('href', '#/settings/versions/2-00000002');
  expect(screen.getByRole('link', { name: '09:05 Okänt antal 84 kB' })).toBeVisible();
  expect(screen.getByText('Välj en version')).toBeVisible();
});

test('with nothing but what is open it says that there are none yet', async () => {
  versions = versions.slice(0, 1);
  go({ name: 'versions' });
  render(Versions);
  expect(await screen.findByText('Inga tidigare versioner än')).toBeVisible();
});

test('a year of versions is one list', () => {
  const many = Array.from({ length: 86 }, (_, at) => version(86 - at, local(30 - Math.floor(at / 3), 20 - (at % 3))));
  const days = byDay(many);
  expect(days).toHaveLength(29);
  expect(days.flatMap((day) => day.versions)).toEqual(many);
});

test('a version is compared by name, and a long list is shown in parts', async () => {
  differences = { added: people(300, 'Ny'), changed: [person(7, 'Åsa Öst')], gone: [person(1, '')], entries: [] };
  go({ name: 'version', number: 2, digest: '00000002' });
  render(Versions);
  const added = await screen.findByRole('region', { name: 'Har tillkommit' });
  expect(within(added).getByText('300')).toBeVisible();
  expect(within(added).getAllByRole('listitem')).toHaveLength(24);
  await userEvent.click(within(added).getByRole('button', { name: /^Visa 240 till av 300/ }));
  expect(within(added).getAllByRole('listitem')).toHaveLength(264);
  await userEvent.click(within(added).getByRole('button', { name: /^Visa 36 till av 300/ }));
  expect(within(added).getAllByRole('listitem')).toHaveLength(300);
  expect(within(added).queryByRole('button')).not.toBeInTheDocument();
  expect(within(added).getByRole('link', { name: 'Ny 1' })).toHaveAttribute('href', '#/customers/1');
  expect(screen.getByRole('checkbox', { name: 'Åsa Öst' })).not.toBeChecked();
  expect(within(screen.getByRole('region', { name: 'Har försvunnit' })).getByText('Kund utan namn')).toBeVisible();
});

const supplier: EntryDifference = { id: { table: 'supplier', id: 1, mark: 'a' }, name: 'Lilla Byrån', isHere: true, isThere: true, parts: [] };

test('going back says exactly what happens, and then the window shows it', async () => {
  differences = { added: people(1, 'Ny'), changed: people(5), gone: people(4, 'Borta'), entries: [supplier] };
  go({ name: 'version', number: 2, digest: '00000002' });
  render(Versions);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Gå tillbaka till den här versionen' }));
  const dialog = screen.getByRole('dialog', { name: 'Gå tillbaka till 2026-11-22 kl.\u00a009:05?' });
  const said = within(dialog).getAllByRole('listitem').map((each) => each.textContent.replace(/[\u2068\u2069]/g, '').trim());
  expect(said).toEqual([
    '4 kunder kommer tillbaka: Borta 1, Borta 2, Borta 3 och Borta 4. Om någon av dem har bett dig att ta bort sina uppgifter behöver du göra det igen.',
    '1 kund försvinner: Ny 1.',
    '5 kunder blir som då, med uppgifter, inköp, kontakter och filer: Kund 1, Kund 2, Kund 3 och 2 till.',
    'Det här blir också som då: Leverantör: Lilla Byrån.',
  ]);
  const before = session.replaced;
  await user.click(within(dialog).getByRole('button', { name: 'Gå tillbaka' }));
  await waitFor(() => expect(route()).toEqual({ name: 'customers' }));
  expect(invoke).toHaveBeenCalledWith('restore_generation', { id: { number: 2, digest: '00000002' } });
  expect(session.replaced).toBe(before + 1);
  expect(session.business?.name).toBe('Som den hette då');
  expect(toasts()[0]?.words).toBe('Registret är nu som 2026-11-22 kl.\u00a009:05');
});

test('a version that cannot be opened says so, and that the open register is unharmed', async () => {
  refused = 'vaultDamaged';
  go({ name: 'version', number: 2, digest: '00000002' });
  render(Versions);
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Den här versionen är skadad\. Registret som är öppet är oskadat\./);
  expect(screen.queryByRole('button', { name: /Gå tillbaka/ })).not.toBeInTheDocument();
});

test('a version that has been tidied away meanwhile is no longer there', async () => {
  go({ name: 'version', number: 9, digest: '00000009' });
  render(Versions);
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Den här versionen finns inte längre/);
});

test('names are said in each language’s own way, and each is kept to itself', () => {
  const isolated = (text: string) => `\u2068${text}\u2069`;
  expect(namesWords(people(1))).toBe(isolated('Kund 1'));
  setLanguage('da');
  expect(namesWords(people(1_200))).toBe(`${isolated('Kund 1')}, ${isolated('Kund 2')}, ${isolated('Kund 3')} og 1.197 til`);
  setLanguage('en');
  expect(namesWords([person(1, 'فاطمة'), person(2, '')])).toBe(`${isolated('فاطمة')} and ${isolated('Customer without a name')}`);
});
