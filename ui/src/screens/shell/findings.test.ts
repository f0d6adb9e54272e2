import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import type { Finding } from '../../api/types/Finding';
import type { GenerationView } from '../../api/types/GenerationView';
import { go, route } from '../../lib/router.svelte';
import { setLanguage } from '../../lib/words.svelte';
import { refuse } from '../../test.refusal';
import Findings from './Findings.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const business = { name: 'Ängens Hudvård', country: 'SE' } as Business;
const ours = { number: 3, digest: '0a1b2c3d' };
const at = (hour: number) => new Date(2026, 10, 22, hour, 5).toISOString();
const older: Finding = { kind: 'older', savedAt: at(9), ours };
let versions: GenerationView[];

beforeEach(() => {
  setLanguage('sv');
  go({ name: 'customers' });
  versions = [{ id: ours, savedAt: at(14), customers: null, size: 84_400, isCurrent: false }];
  invoke.mockReset();
  invoke.mockImplementation(async (command: string) => {
    if (command === 'list_generations') return versions;
    if (command === 'compare_generation') return { added: [], changed: [], gone: [{ id: 1, name: 'Elin Bergdahl', newerThere: true }], entries: [] };
    return null;
  });
});

function found(...findings: Finding[]) {
  session.opened(business, findings);
  render(Findings);
  return userEvent.setup();
}
const words = () => screen.getAllByRole('status').map((each) => each.textContent.replace(/\s+/g, ' ').trim());

test('nothing found is nothing said', () => {
  found();
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});

test('what was restored says from when, with whom, and where the bad file is, and goes when it is read', async () => {
  const user = found({ kind: 'restored', savedAt: at(14), customers: 412, setAside: 'register damaged 01234567.age' }, { kind: 'keyFileRestored' });
  expect(words()).toEqual([
    'Registrets fil gick inte att använda. Kundbok har lagt tillbaka registret som det sparades senast på den här datorn: 2026-11-22 kl. 14:05, med 412 kunder. Filen som låg där är inte borttagen. Den ligger kvar i samma mapp och heter nu register damaged 01234567.age. Du behöver inte göra något mer, om du inte har ändrat något sedan dess. Okej',
    'Filen som hör till din lösenfras gick inte att använda. Kundbok har lagt tillbaka den. Lösenfrasen gäller som förut, och du behöver inte göra något mer. Okej',
  ]);
  const [first] = screen.getAllByRole('button', { name: 'Okej' });
  if (first) await user.click(first);
  expect(words()).toHaveLength(1);
});

test('a register that was missing is not called damaged', () => {
  found({ kind: 'restored', savedAt: at(14), customers: 1, setAside: null });
  expect(words()[0]).toMatch(/^Registret låg inte där det ska\. .* med 1 kund\. Du behöver/);
});

test('an older register is compared, and nothing is decided by that', async () => {
  const user = found(older);
  await user.click(await screen.findByRole('button', { name: 'Jämför' }));
  expect(words()[0]).toContain('Det du sparade här 2026-11-22 kl. 14:05 finns kvar');
  expect(route()).toEqual({ name: 'version', ...ours });
  expect(invoke).not.toHaveBeenCalledWith('keep_open', undefined);
  expect(session.findings).toHaveLength(1);
});

test('a register changed in two places leads to the differences', async () => {
  const user = found({ ...older, kind: 'diverged' });
  await waitFor(() => expect(screen.getAllByRole('button')[0]).toHaveTextContent('Se skillnaderna och välj'));
  await user.click(screen.getByRole('button', { name: 'Se skillnaderna och välj' }));
  expect(route()).toEqual({ name: 'version', ...ours });
});

test('what was saved here is taken back after the dialog has said what happens', async () => {
  const user = found(older);
  await user.click(await screen.findByRole('button', { name: 'Ta tillbaka det jag sparade här' }));
  expect(await screen.findByText(/^1 kund kommer tillbaka/)).toBeVisible();
  expect(invoke).not.toHaveBeenCalledWith('restore_generation', expect.anything());
  invoke.mockImplementation(async (command: string) => (command === 'view_business' ? business : { value: null, savedAt: at(15) }));
  await user.click(screen.getByRole('button', { name: 'Gå tillbaka' }));
  await waitFor(() => expect(session.findings).toEqual([]));
  expect(invoke).toHaveBeenCalledWith('restore_generation', { id: ours });
});

test('what is open is kept only when the register has noted it', async () => {
  const user = found({ ...older, kind: 'diverged' });
  refuse(invoke, 'keep_open', 'conflict');
  await user.click(await screen.findByRole('button', { name: 'Behåll det som är öppet' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Registret har ändrats från ett annat håll');
  await user.click(screen.getByRole('button', { name: 'Behåll det som är öppet' }));
  await waitFor(() => expect(session.findings).toEqual([]));
});

test('what is no longer there is not offered', async () => {
  versions = [];
  found(older);
  await waitFor(() => expect(words()[0]).toContain('finns inte kvar på den här datorn'));
  expect(screen.getAllByRole('button').map((each) => each.textContent.trim())).toEqual(['Behåll det som är öppet']);
});

test('nothing that was found stays when it is locked', () => {
  found({ kind: 'historyMissing' });
  session.locked();
  expect(session.findings).toEqual([]);
});

test('files that were put back, are missing or belong to nobody are each told of', async () => {
  const lost = (name: string) => ({ owner: { kind: 'customer', id: 1 } as const, of: 'Elin Bergdahl', name });
  const user = found(
    { kind: 'attachmentsPutBack', count: 2 },
    { kind: 'attachmentsMissing', files: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(lost) },
    { kind: 'attachmentsUnowned', count: 1 },
  );
  const [back, missing, unowned] = words();
  expect(back).toMatch(/^2 sparade filer hade försvunnit .* Okej$/);
  expect(missing).toMatch(/^7 filer saknas i registrets mapp\. .* a hos Elin Bergdahl.*e hos Elin Bergdahl ?och 2 till Okej$/);
  expect(unowned).toMatch(/^En fil i registrets mapp hör inte till någon i registret\. .* Inget tas bort\. Lägg undan Okej$/);
  await user.click(screen.getByRole('button', { name: 'Lägg undan' }));
  expect(invoke).toHaveBeenLastCalledWith('set_unowned_aside', undefined);
  expect(words()).toHaveLength(2);
});
