import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import type { Differences } from '../../api/types/Differences';
import type { Finding } from '../../api/types/Finding';
import type { GenerationView } from '../../api/types/GenerationView';
import { go, route } from '../../lib/router.svelte';
import { toasts } from '../../lib/toasts.svelte';
import { setLanguage } from '../../lib/words.svelte';
import Versions from './Versions.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const business = { name: 'Ängens Hudvård', country: 'SE' } as Business;
const at = (hour: number) => new Date(2026, 10, 22, hour, 5).toISOString();
const ours = { number: 3, digest: '0a1b2c3d' };
const diverged: Finding = { kind: 'diverged', savedAt: at(14), ours };
const person = (id: number, name: string, newerThere = false) => ({ id, name, newerThere });
const versions: GenerationView[] = [{ id: ours, savedAt: at(9), customers: 3, size: 84_400, isCurrent: false }];

let differences: Differences;
let refused: string | null;

beforeEach(() => {
  setLanguage('sv');
  // Ida has the number here that Tove has there.
  differences = {
    added: [person(3, 'Tove Där')],
    changed: [person(1, 'Elin Bergdahl', true), person(2, 'Astrid Nord')],
    gone: [person(3, 'Ida Här', true)],
    entries: [],
  };
  refused = null;
  invoke.mockReset();
  invoke.mockImplementation(async (command: string) => {
    if (command === 'list_generations') return versions;
    if (command === 'compare_generation') return structuredClone(differences);
    if (refused) throw { code: refused, fields: [] };
    if (command === 'keep_open') return null;
    if (command === 'take_over') return { value: null, savedAt: at(15) };
    throw new Error(command);
  });
});

async function compare(...findings: Finding[]) {
  session.opened(business, findings);
  go({ name: 'version', ...ours });
  render(Versions);
  await screen.findByRole('heading', { name: 'Har försvunnit' });
  return userEvent.setup();
}
const ticked = () => screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked).map((box) => box.labels?.[0]?.textContent.trim());
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const suggestion = 'De som bara finns här, eller ändrades senast här, är redan ikryssade.';

test('of two states, those whom this one knows later are ticked at first', async () => {
  await compare(diverged);
  expect(screen.getByRole('checkbox', { name: 'Elin Bergdahl Nyare i den här versionen' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Astrid Nord' })).not.toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Ida Här' })).toBeChecked();
  expect(within(screen.getByRole('region', { name: 'Har tillkommit' })).queryByRole('checkbox')).not.toBeInTheDocument();
  expect(screen.getByText(/^Kryssa för det/)).toHaveTextContent(suggestion);
  expect(button('Hämta de valda (2)')).toBeEnabled();
});

test('of an earlier version nobody is ticked at first, and nothing can be taken then', async () => {
  await compare({ ...diverged, ours: { ...ours, number: 2 } });
  expect(ticked()).toEqual([]);
  expect(screen.getByText(/^Kryssa för det/)).not.toHaveTextContent(suggestion);
  expect(button('Hämta de valda (0)')).toBeDisabled();
});

test('where nobody but new ones differ, nobody can be ticked', async () => {
  differences = { ...differences, changed: [], gone: [] };
  session.opened(business);
  go({ name: 'version', ...ours });
  render(Versions);
  await screen.findByRole('heading', { name: 'Har tillkommit' });
  expect(screen.queryByText(/^Kryssa för/)).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Hämta/ })).not.toBeInTheDocument();
});

test('a list is ticked at once with those not shown yet, and the other stays', async () => {
  differences.changed = Array.from({ length: 5_000 }, (_, each) => person(each + 10, `Kund ${each}`));
  const user = await compare();
  await user.click(screen.getByRole('checkbox', { name: 'Ida Här' }));
  const changed = screen.getByRole('region', { name: 'Har ändrats' });
  await user.click(within(changed).getByRole('button', { name: 'Välj alla' }));
  expect(button(/^Hämta de valda/)).toHaveTextContent('Hämta de valda (5 001)');
  await user.click(within(changed).getByRole('checkbox', { name: 'Kund 0' }));
  expect(button(/^Hämta de valda/)).toHaveTextContent('Hämta de valda (5 000)');
  await user.click(button(/^Visa 240 till/));
  expect(ticked()).toHaveLength(264);
  await user.click(within(changed).getByRole('button', { name: 'Välj ingen' }));
  expect(ticked()).toEqual(['Ida Här']);
});

test('it is said what happens, and then the window shows it and the finding is answered', async () => {
  const user = await compare(diverged, { kind: 'historyMissing' });
  screen.getByRole('checkbox', { name: 'Astrid Nord' }).focus();
  await user.keyboard(' ');
  await user.click(button('Hämta de valda (3)'));
  const dialog = screen.getByRole('dialog', { name: 'Hämta 3 kunder från 2026-11-22 kl.\u00a009:05?' });
  const said = within(dialog).getAllByRole('listitem').map((each) => each.textContent.replace(/[\u2068\u2069]/g, '').trim());
  expect(said).toEqual([
    '1 kund kommer tillbaka: Ida Här. Om någon av dem har bett dig att ta bort sina uppgifter behöver du göra det igen.',
    '2 kunder blir som i den versionen, med uppgifter, inköp, kontakter och filer: Elin Bergdahl och Astrid Nord.',
    'Allt annat stannar som det är nu.',
  ]);
  expect(dialog).toHaveTextContent('Registret som det är nu stannar kvar bland versionerna');
  expect(invoke).not.toHaveBeenCalledWith('take_over', expect.anything());
  const before = session.replaced;
  await user.click(within(dialog).getByRole('button', { name: 'Hämta' }));
  await waitFor(() => expect(route()).toEqual({ name: 'customers' }));
  expect(invoke).toHaveBeenCalledWith('take_over', { id: ours, chosen: { customers: [3, 1, 2], entries: [] } });
  expect(invoke).toHaveBeenLastCalledWith('keep_open', undefined);
  expect(session.replaced).toBe(before + 1);
  expect(session.findings).toEqual([{ kind: 'historyMissing' }]);
  expect(toasts()[0]?.words).toBe('3 kunder är hämtade');
});

test('what was found about another version is not answered by it', async () => {
  const other: Finding = { ...diverged, ours: { ...ours, digest: 'ffffffff' } };
  const user = await compare(other);
  await user.click(screen.getByRole('checkbox', { name: 'Ida Här' }));
  await user.click(button('Hämta de valda (1)'));
  await user.click(button('Hämta'));
  await waitFor(() => expect(route()).toEqual({ name: 'customers' }));
  expect(session.findings).toEqual([other]);
});

test('what could not be saved is said in the dialog, and nothing is over', async () => {
  refused = 'conflict';
  const user = await compare(diverged);
  await user.click(button('Hämta de valda (2)'));
  await user.click(button('Hämta'));
  expect(await screen.findByRole('alert')).toHaveTextContent('Registret har ändrats från ett annat håll');
  expect(session.findings).toEqual([diverged]);
  await user.click(button('Avbryt'));
  expect(ticked()).toHaveLength(2);
});

test('what is no customer’s stands side by side, and is taken when it is chosen', async () => {
  const clause = { table: 'clause', id: 2, mark: '' };
  const text = (value: string) => [{ column: 'language', value: 'sv' }, { column: 'text', value }];
  const supplier = { table: 'supplier', id: 1, mark: 'aa' };
  const value = (value: string) => [[{ column: 'work', value }]];
  differences.entries = [
    { id: clause, name: 'Ansvar', isHere: true, isThere: true, parts: [{ table: 'clause_text', here: [text('Därifrån')], there: [text('Härifrån')] }] },
    { id: supplier, name: 'Byrån', isHere: true, isThere: true, parts: [{ table: 'supplier', here: value('mail'), there: value('cloud') }] },
    { id: { ...supplier, id: 2 }, name: 'Nya', isHere: true, isThere: false, parts: [{ table: 'supplier', here: value('mail'), there: [] }] },
  ];
  const user = await compare(diverged);
  const others = screen.getByRole('region', { name: 'Annat som skiljer sig' });
  const said = others.textContent.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ');
  expect(said).toContain('Nu Svenska Därifrån I den här versionen Svenska Härifrån');
  expect(said).toContain('Leverantör: Nya Finns bara nu, och stannar.');
  expect(within(others).getAllByRole('checkbox')).toHaveLength(2);
  await user.click(within(others).getByRole('checkbox', { name: /Ansvar/ }));
  await user.click(button('Hämta de valda (3)'));
  await user.click(button('Hämta'));
  await waitFor(() => expect(invoke).toHaveBeenCalledWith('take_over', { id: ours, chosen: { customers: [3, 1], entries: [clause] } }));
  expect(toasts()[0]?.words).toBe('Det valda är hämtat');
});
