import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { savedState } from '../../lib/saved.svelte';
import { toasts } from '../../lib/toasts.svelte';
import type { AttachmentView } from '../../api/types/AttachmentView';
import type { Owner } from '../../api/types/Owner';
import { setLanguage } from '../../lib/words.svelte';
import Files from './Files.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const agreement: AttachmentView = { id: 7, name: 'Avtal.pdf', mediaType: 'pdf', bytes: 41_200, addedOn: '2026-06-01' };
const strange: AttachmentView = { id: 8, name: 'ritning.dwg', mediaType: 'unknown', bytes: 1_250_000, addedOn: '2026-06-02' };
const view = (...files: AttachmentView[]) => files;
const owner: Owner = { kind: 'customer', id: 3 };
let answers: Record<string, unknown>;

beforeEach(() => {
  setLanguage('sv');
  answers = {};
  invoke.mockReset();
  invoke.mockImplementation(async (command: string) => {
    const answer = answers[command];
    if (answer instanceof Error) throw answer;
    return answer;
  });
});

function show(files: AttachmentView[], of = owner) {
  const onsaved = vi.fn();
  render(Files, { owner: of, files, onsaved });
  return { user: userEvent.setup(), onsaved };
}
const refuse = (rule: string) => Object.assign(new Error(), { code: 'fileFailed', fields: [{ field: 'file', rule }] });

test('without files it says what belongs here', () => {
  show(view());
  expect(screen.getByText(/underskrivna samtycken/)).toBeInTheDocument();
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
});

test('each file says what it is, how large and since when', () => {
  show(view(agreement, strange));
  const said = screen.getAllByRole('listitem').map((each) => each.textContent.replace(/\s+/g, ' ').trim());
  expect(said).toEqual(['Avtal.pdf PDF, 41 kB 2026-06-01', 'ritning.dwg Okänd filtyp, 1,3 MB 2026-06-02']);
});

test('a file that is added is told of by its name, and a cancelled dialog changes nothing', async () => {
  const { user, onsaved } = show(view(agreement));
  answers['add_attachment'] = null;
  await user.click(screen.getByRole('button', { name: 'Lägg till fil' }));
  expect(onsaved).not.toHaveBeenCalled();
  answers['add_attachment'] = { value: view(agreement, strange), savedAt: '2026-06-02T19:30:00+01:00' };
  await user.click(screen.getByRole('button', { name: 'Lägg till fil' }));
  expect(invoke).toHaveBeenLastCalledWith('add_attachment', { owner });
  expect(onsaved).toHaveBeenCalledWith(view(agreement, strange));
  expect(toasts()[0]?.words).toBe('ritning.dwg är sparad hos kunden');
  expect(savedState()).toEqual({ kind: 'saved', at: '2026-06-02T19:30:00+01:00' });
});

test('the papers of a supplier are its own', async () => {
  const supplier: Owner = { kind: 'supplier', id: 4 };
  const { user, onsaved } = show(view(), supplier);
  expect(screen.getByRole('heading', { name: 'Papper' })).toBeInTheDocument();
  answers['add_attachment'] = { value: view(agreement), savedAt: '2026-06-02T19:30:00+01:00' };
  await user.click(screen.getByRole('button', { name: 'Lägg till fil' }));
  expect(invoke).toHaveBeenLastCalledWith('add_attachment', { owner: supplier });
  expect(onsaved).toHaveBeenCalledWith(view(agreement));
  expect(toasts()[0]?.words).toBe('Avtal.pdf är sparad hos leverantören');
});

test.each([
  ['tooLarge', 'Filen blev inte sparad. Den är större än 100 MB. Spara den i en mindre storlek, och försök igen. Registret är som förut.'],
  ['program', 'Filen blev inte sparad. Den är ett program, och sådana sparas inte i registret. Registret är som förut.'],
  ['failed', 'Filen blev inte sparad. Den gick inte att läsa. Försök igen, eller kopiera den till en annan mapp först. Registret är som förut.'],
])('a file that is refused says why: %s', async (rule, words) => {
  const { user } = show(view());
  answers['add_attachment'] = refuse(rule);
  await user.click(screen.getByRole('button', { name: 'Lägg till fil' }));
  expect((await screen.findByRole('alert')).textContent.replace(/\s+/g, ' ').trim()).toBe(words);
});
