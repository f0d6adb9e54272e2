import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Strength } from '../../api/types/Strength';
import { route } from '../../lib/router.svelte';
import { setLanguage } from '../../lib/words.svelte';
import Setup from './Setup.svelte';
import { strengthSentence } from './strength';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const answers: Record<string, (args: Record<string, never>) => unknown> = {};

beforeEach(() => {
  setLanguage('sv');
  invoke.mockReset();
  invoke.mockImplementation((command: string, args: Record<string, never>) => {
    const answer = answers[command];
    return answer ? Promise.resolve().then(() => answer(args)) : Promise.reject(new Error(command));
  });
  Object.assign(answers, {
    measure_passphrase: ({ passphrase }: { passphrase: string }): Strength => ({
      level: passphrase.split(' ').length > 3 ? 4 : 1,
      counted: 'chosen',
      years: 58_234,
    }),
    suggest_passphrases: () => ['tallbarr sirap onsdag vante', 'plommon cykel tröskel fiol', 'lykta mossa kapten saffran'],
    set_up: () => ({ value: { pages: [{ width: 210, height: 297, items: [] }] }, savedAt: '2026-11-22T13:32:00Z' }),
    save_recovery_sheet: () => null,
  });
});

async function toPassphrase() {
  const user = userEvent.setup();
  render(Setup);
  await user.click(screen.getByRole('button', { name: 'Fortsätt' }));
  await user.click(screen.getByRole('button', { name: 'Fortsätt' }));
  expect(screen.getByRole('textbox', { name: 'Företagets namn' })).toBeInvalid();
  await user.type(screen.getByRole('textbox', { name: 'Företagets namn' }), 'Ängens Hudvård');
  await user.type(screen.getByRole('textbox', { name: 'Ditt namn' }), 'Maja');
  await user.type(screen.getByRole('textbox', { name: 'Mejl' }), 'maja@angenshudvard.example');
  await user.click(screen.getByRole('button', { name: 'Fortsätt' }));
  return user;
}

test('a weak passphrase makes no register; a suggestion does, and the sheet must be saved before one goes on', async () => {
  const user = await toPassphrase();
  const create = screen.getByRole('button', { name: 'Skapa registret' });
  await user.type(screen.getByLabelText('Lösenfras'), 'maja');
  await waitFor(() => expect(screen.getByRole('meter', { name: 'Styrka' })).toHaveAttribute('aria-valuenow', '1'));
  expect(create).toBeDisabled();

  await user.click(await screen.findByRole('button', { name: 'Välj plommon cykel tröskel fiol' }));
  expect(screen.getByLabelText('Lösenfras')).toHaveValue('plommon cykel tröskel fiol');
  await waitFor(() => expect(create).toBeEnabled());
  await user.click(create);
  const request = invoke.mock.calls.find(([command]) => command === 'set_up')?.[1];
  expect(request).toMatchObject({
    request: { passphrase: 'plommon cykel tröskel fiol', business: { name: 'Ängens Hudvård', country: 'SE' } },
  });

  expect(await screen.findByRole('article', { name: 'Sida 1 av 1' })).toBeVisible();
  const onward = screen.getByRole('button', { name: 'Fortsätt' });
  await user.click(screen.getByRole('button', { name: 'Spara som PDF' }));
  expect(onward).toBeDisabled();
  expect(screen.getByText('Spara återställningsbladet först.')).toBeVisible();

  answers['save_recovery_sheet'] = () => ({ value: null, savedAt: '2026-11-22T13:32:00Z' });
  await user.click(screen.getByRole('button', { name: 'Spara som PDF' }));
  await waitFor(() => expect(onward).toBeEnabled());
  await user.click(onward);
  await user.click(screen.getByRole('button', { name: 'Börja med en kund' }));
  expect(session.business?.name).toBe('Ängens Hudvård');
  expect(route()).toEqual({ name: 'newCustomer' });
});

test('what the register refuses of the business is shown at its field', async () => {
  const user = await toPassphrase();
  answers['set_up'] = () => {
    throw { code: 'invalid', fields: [{ field: 'phone', rule: 'tooLong' }] };
  };
  await user.click(await screen.findByRole('button', { name: /^Välj tallbarr/ }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Skapa registret' })).toBeEnabled());
  await user.click(screen.getByRole('button', { name: 'Skapa registret' }));
  expect(await screen.findByLabelText('Telefon')).toHaveAccessibleDescription('Det är för långt. Korta ner det.');
});

test('the strength says what was counted in figures that claim no more than is known', () => {
  const sentence = (years: number) => strengthSentence({ level: 3, counted: 'drawnWords', years }, 'sv').replace(/\s/g, ' ');
  expect(sentence(58_234)).toContain('i snitt 58 000 år. Vi räknar på slumpade ord');
  expect(sentence(1)).toContain('i snitt ett år.');
  expect(sentence(0.5)).toContain('182 dygn');
  expect(sentence(0.000_01)).toContain('mindre än en timme');
  expect(sentence(3.2e6)).toContain('3 miljoner år');
  expect(sentence(1e12)).toContain('mer än en miljard år');
});
