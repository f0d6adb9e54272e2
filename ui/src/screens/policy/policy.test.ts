import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import type { Clause } from '../../api/types/Clause';
import type { PolicyPreview } from '../../api/types/PolicyPreview';
import { notSaved } from '../../lib/saved.svelte';
import { setLanguage } from '../../lib/words.svelte';
import { refuse } from '../../test.refusal';
import Policy from './Policy.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const business: Business = {
  name: 'Ängens Hudvård',
  ownerName: 'Maja Lindqvist',
  organisationNumber: '',
  street: '',
  postcode: '',
  town: '',
  country: 'SE',
  phone: '',
  email: 'maja@angenshudvard.example',
  website: '',
};
const clause = (id: number, name: string | null, heading: string): Clause => ({
  id,
  seen: { mark: String(id), digest: 'aa' },
  name,
  content: { heading, text: 'Text.' },
  isWanted: true,
  isLeftOut: false,
  isHers: name === null,
  isUntranslated: false,
  law: [],
});
const clauses: Clause[] = [
  clause(1, 'opening', 'Så tar jag hand om dina uppgifter'),
  { ...clause(2, 'controller', 'Vem som ansvarar'), law: ['13.1 a'] },
  clause(3, 'security', 'Hur jag skyddar dem'),
  clause(4, null, 'Min hund'),
  { ...clause(5, 'photos', 'Foton av din hud'), isWanted: false },
];
const page = { width: 210, height: 297, items: [] };
let preview: PolicyPreview;

beforeEach(() => {
  setLanguage('sv');
  session.opened(business);
  preview = { inForce: null, draft: 1, pages: [page, page], versions: [], given: 0, customers: 412, clauses, isTranslated: true, differences: null, address: '' };
  invoke.mockReset();
  invoke.mockImplementation((command: string) => {
    const savedAt = '2026-11-22T13:32:00Z';
    switch (command) {
      case 'preview_policy':
        return Promise.resolve(structuredClone(preview));
      case 'adopt_policy': {
        const version = { version: 1, adoptedOn: '2026-11-22', hash: '', languages: ['sv' as const, 'da' as const, 'en' as const] };
        preview = { ...preview, inForce: version, draft: null, versions: [version] };
        return Promise.resolve({ value: version, savedAt });
      }
      case 'list_suppliers':
        return Promise.resolve([{ id: 1, fields: { name: 'Lillviks Redovisning', work: 'bookkeeper', country: 'SE' }, missing: [] }]);
      case 'export_policy':
        return Promise.resolve(true);
      default:
        return Promise.reject(new Error(command));
    }
  });
});

test('a draft is put into use, and can then be saved as PDF in the language that is shown', async () => {
  const user = userEvent.setup();
  render(Policy, { at: { name: 'policy' } });
  expect(await screen.findByText('Ingen version gäller än. Version 1 är ett utkast.')).toBeVisible();
  expect(screen.getAllByRole('article')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Spara som PDF' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Danska' }));
  expect(invoke).toHaveBeenLastCalledWith('preview_policy', { language: 'da' });
  await user.click(screen.getByRole('button', { name: 'Ta i bruk version 1' }));
  expect(await screen.findByText('Version 1 gäller sedan 2026-11-22.')).toBeVisible();
  expect(screen.getByText(/Ingen kund har fått version 1 än/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Spara som PDF' }));
  expect(invoke).toHaveBeenLastCalledWith('export_policy', { request: { version: 1, language: 'da', format: 'pdf' } });
});

test.each(['saveFailed', 'fileFailed'] as const)('a PDF that could not be written says so where it was asked for (%s)', async (code) => {
  const user = userEvent.setup();
  const version = { version: 1, adoptedOn: '2026-11-22', hash: '', languages: ['sv' as const, 'da' as const, 'en' as const] };
  preview = { ...preview, inForce: version, draft: null, versions: [version] };
  render(Policy, { at: { name: 'policy' } });
  const shown = vi.spyOn(Element.prototype, 'scrollIntoView');
  refuse(invoke, 'export_policy', code, { field: 'file', rule: 'readOnly' });
  await user.click(await screen.findByRole('button', { name: 'Spara som PDF' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/Mappen går bara att läsa/);
  expect(shown.mock.contexts).toEqual([screen.getByRole('alert')]);
});

test('a version that could not be saved is said at the top of the window, and not twice', async () => {
  const user = userEvent.setup();
  render(Policy, { at: { name: 'policy' } });
  const adopt = await screen.findByRole('button', { name: 'Ta i bruk version 1' });
  refuse(invoke, 'adopt_policy', 'saveFailed', { field: 'register', rule: 'full' });
  await user.click(adopt);
  await waitFor(() => expect(notSaved()).toMatchObject({ reason: 'full' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('how many have been given it is told apart from there being no version and no customer', async () => {
  const { unmount } = render(Policy, { at: { name: 'policy' } });
  expect(await screen.findByText(/Ingen har fått den än/)).toBeVisible();
  unmount();
  preview = { ...preview, customers: 0 };
  render(Policy, { at: { name: 'policy' } });
  expect(await screen.findByText(/när du har kunder/)).toBeVisible();
});

test('those who receive details are named, with the way to where they are kept', async () => {
  render(Policy, { at: { name: 'policy' } });
  expect(await screen.findByText('Lillviks Redovisning')).toBeVisible();
  expect(screen.getByText('Redovisning, Sverige')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Till leverantörerna' })).toHaveAttribute('href', '#/suppliers');
});

test('what differs from the version in force is marked and told, and can be hidden', async () => {
  const user = userEvent.setup();
  const version = { version: 2, adoptedOn: '2026-11-22', hash: '', languages: ['sv' as const] };
  const text = { kind: 'text' as const, x: 25, y: 40, width: 20, size: 3.6, face: 'regular' as const, ink: 'ink' as const };
  const marked = { ...page, items: [{ ...text, text: 'tre', change: 'added' as const }, { ...text, text: 'fem', change: 'removed' as const }] };
  const differences = { since: 2, pages: [marked], changed: 3, added: 1, removed: 0, sender: false };
  preview = { ...preview, inForce: version, draft: 3, versions: [version], differences };
  render(Policy, { at: { name: 'policy' } });
  expect(await screen.findByText('Sedan version 2: 3 stycken är ändrade och ett är nytt.')).toBeVisible();
  expect(screen.getAllByRole('article')).toHaveLength(1);
  expect(screen.getByRole('deletion')).toHaveTextContent('fem');
  expect(screen.getByRole('insertion')).toHaveTextContent('tre');
  await user.click(screen.getByRole('switch', { name: 'Visa ändringar sedan version 2' }));
  expect(screen.getAllByRole('article')).toHaveLength(2);
  expect(screen.queryByRole('deletion')).not.toBeInTheDocument();
});
