import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Clause } from '../../api/types/Clause';
import type { PolicyPreview } from '../../api/types/PolicyPreview';
import { go, route } from '../../lib/router.svelte';
import { setLanguage } from '../../lib/words.svelte';
import { refuse } from '../../test.refusal';
import Policy from './Policy.svelte';
import { lawItems } from './clauses';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const clause = (id: number, name: string | null, heading: string): Clause => ({
  id,
  seen: { mark: String(id), digest: 'aa' },
  name,
  content: { heading, text: 'Allt ligger i kassaskåpet.' },
  isWanted: true,
  isLeftOut: false,
  isHers: name === null,
  isUntranslated: false,
  law: [],
});
const page = { width: 210, height: 297, items: [] };
const savedAt = '2026-11-22T13:32:00Z';
let preview: PolicyPreview;

beforeEach(() => {
  setLanguage('sv');
  go({ name: 'policy' }, 'replace');
  preview = {
    inForce: null,
    draft: 1,
    pages: [page],
    versions: [],
    given: 0,
    customers: 412,
    isTranslated: true, differences: null, address: '',
    clauses: [
      clause(1, 'opening', 'Så tar jag hand om dina uppgifter'),
      { ...clause(2, 'controller', 'Vem som ansvarar'), law: ['13.1 a'] },
      { ...clause(3, 'security', 'Hur jag skyddar dem'), isHers: true },
      clause(4, null, 'Min hund'),
      { ...clause(5, 'photos', 'Foton av din hud'), isWanted: false },
    ],
  };
  invoke.mockReset();
  invoke.mockImplementation((command: string) => {
    switch (command) {
      case 'preview_policy':
        return Promise.resolve(structuredClone(preview));
      case 'preview_clause':
        return Promise.resolve([page, page]);
      default:
        return Promise.resolve({ value: structuredClone(preview), savedAt });
    }
  });
});

test('clauses are numbered as they print, and what is hers is told', async () => {
  render(Policy, { at: { name: 'policy' } });
  await screen.findByRole('link', { name: /Vem som ansvarar/ });
  const [list] = screen.getAllByRole('list');
  const rows = within(list as HTMLElement).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim())).toEqual([
    'Så tar jag hand om dina uppgifter',
    '1 Vem som ansvarar',
    '2 Hur jag skyddar dem ändrat',
    '3 Min hund eget',
  ]);
  expect(screen.queryByRole('button', { name: /Mer om stycket Så tar jag/ })).not.toBeInTheDocument();
});

test('a clause that the law needs and that is left out is told of', async () => {
  preview = { ...preview, clauses: preview.clauses.map((each) => ({ ...each, isLeftOut: each.id <= 3 && each.id > 1 })) };
  render(Policy, { at: { name: 'policy' } });
  expect(await screen.findByText(/Du har utelämnat ”Vem som ansvarar”\./)).toBeVisible();
  expect(screen.getAllByText('utelämnat')).toHaveLength(2);
  expect(screen.getByRole('link', { name: /^Min hund/ })).toBeVisible();
});

test('what cannot be printed is said with its line while it is written, and what is saved goes back to the policy', async () => {
  const user = userEvent.setup();
  go({ name: 'clause', id: 3, language: 'sv' });
  render(Policy, { at: { name: 'clause', id: 3, language: 'sv' } });
  const text = await screen.findByRole('textbox', { name: 'Text' });
  refuse(invoke, 'preview_clause', 'invalid', { field: 'content.text.2', rule: 'templateVariable' });
  await user.type(text, '[Enter]Hej');
  expect(await screen.findByText('Rad 2. Det som står inom måsvingarna på den raden finns inte.')).toBeVisible();
  await user.type(text, '.');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  expect(text).not.toBeInvalid();
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(route()).toEqual({ name: 'policy' }));
  expect(invoke).toHaveBeenCalledWith('edit_clause', {
    request: { id: 3, language: 'sv', content: { heading: 'Hur jag skyddar dem', text: 'Allt ligger i kassaskåpet.\nHej.' } },
    seen: { mark: '3', digest: 'aa' },
  });
});

test('what she wrote in another language stands beside, and where it lacks is said', async () => {
  go({ name: 'clause', id: 4, language: 'sv' });
  const inDanish = structuredClone(preview);
  inDanish.clauses[3] = { ...clause(4, null, 'Min hund på dansk') };
  const inEnglish = structuredClone(preview);
  inEnglish.clauses[3] = { ...clause(4, null, 'Min hund'), isUntranslated: true };
  const usual = invoke.getMockImplementation();
  invoke.mockImplementation((command: string, args: { language?: string }) => {
    if (command === 'preview_policy' && args.language === 'da') return Promise.resolve(inDanish);
    if (command === 'preview_policy' && args.language === 'en') return Promise.resolve(inEnglish);
    return usual?.(command, args);
  });
  render(Policy, { at: { name: 'clause', id: 4, language: 'sv' } });
  expect(await screen.findByText('Min hund på dansk')).toHaveAttribute('lang', 'da');
  expect(screen.getByText('Dina ord saknas på engelska.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Skriv på engelska' })).toHaveAttribute('href', '#/policy/clauses/4/en');
});

test('articles are written as each language does', () => {
  const told = { ...clause(1, 'offers', ''), law: ['13.2 c', '21.4'] };
  expect(lawItems(told)).toBe('13.2 c, 21.4');
  setLanguage('da');
  expect(lawItems(told)).toBe('13, stk. 2, litra c, 21, stk. 4');
  setLanguage('en');
  expect(lawItems(told)).toBe('13(2)(c), 21(4)');
});
