import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { safety } from '../../api/safety.svelte';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import type { Safety } from '../../api/types/Safety';
import type { Settings } from '../../api/types/Settings';
import { go, route } from '../../lib/router.svelte';
import { setLanguage } from '../../lib/words.svelte';
import Reminders from '../shell/Reminders.svelte';
import SafetyScreen from './Safety.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

// jsdom lays nothing out, so nothing can be scrolled to; and it knows no modal dialogs.
Element.prototype.scrollIntoView = vi.fn();
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

const at = '2026-11-22T13:32:00Z';
const unsafe: Safety = { recoveryTestedAt: null, backupFolder: null, backedUpAt: null, backupDue: true };
const safe: Safety = { recoveryTestedAt: at, backupFolder: '/media/maja/STICKAN/Kundbok', backedUpAt: at, backupDue: false };

type Args = Record<string, never> & { settings: Settings };
let answers: Record<string, (args: Args) => unknown>;

beforeEach(() => {
  setLanguage('sv');
  safety.forget();
  session.opened({ name: 'Ängens Hudvård' } as Business);
  session.customers = 3;
  go({ name: 'customers' });
  answers = {
    view_safety: () => unsafe,
    wait_to_unlock: () => 0,
    suggest_passphrases: () => ['tallbarr sirap onsdag vante'],
    measure_passphrase: () => ({ level: 4, counted: 'drawnWords', years: 9 }),
  };
  invoke.mockReset();
  invoke.mockImplementation(async (command: string, args: Args) => answers[command]?.(args));
});

const refuse = (code: string, rule?: string) => () => {
  throw { code, fields: rule ? [{ field: 'file', rule }] : [] };
};
const changed = (value: unknown) => () => ({ value, savedAt: at });

test('what was never done is due, and what was done says when', async () => {
  const { unmount } = render(SafetyScreen, { at: 'safety' });
  expect(await screen.findByText(/^Du har inte provat bladet än/)).toBeVisible();
  expect(screen.getByText('Det finns ingen säkerhetskopia än.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Till en annan plats' })).not.toBeInTheDocument();
  unmount();
  answers['view_safety'] = () => safe;
  render(SafetyScreen, { at: 'safety' });
  expect(await screen.findByText(/^Provat 2026-11-22/)).toBeVisible();
  expect(screen.getByText(/^Den senaste gjordes 2026-11-22 kl\./)).toBeVisible();
  expect(screen.getByText(/STICKAN/)).toBeVisible();
});

test('a backup that could not be written says why where it was to be, and a new attempt takes that away', async () => {
  const user = userEvent.setup();
  answers['view_safety'] = () => safe;
  answers['back_up'] = refuse('fileFailed', 'gone');
  render(SafetyScreen, { at: 'safety' });
  const button = await screen.findByRole('button', { name: 'Säkerhetskopiera nu' });
  await user.click(button);
  expect(invoke).toHaveBeenCalledWith('back_up', { elsewhere: false });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /^Det blev ingen säkerhetskopia\. Mappen finns inte just nu\..*USB-minne.*Registret är oskadat/,
  );
  for (const [rule, words] of [['full', /Det är fullt/], ['readOnly', /bara att läsa/], ['unreadable', /skriva hel/]] as const) {
    answers['back_up'] = refuse('fileFailed', rule);
    await user.click(button);
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(words));
  }
  answers['back_up'] = () => null;
  await user.click(screen.getByRole('button', { name: 'Till en annan plats' }));
  expect(invoke).toHaveBeenLastCalledWith('back_up', { elsewhere: true });
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  expect(screen.getByText(/^Den senaste gjordes/)).toBeVisible();
});

test('why there is no backup is no news any more after she was elsewhere', async () => {
  answers['view_safety'] = () => safe;
  answers['back_up'] = refuse('fileFailed', 'gone');
  const { unmount } = render(SafetyScreen, { at: 'safety' });
  await userEvent.click(await screen.findByRole('button', { name: 'Säkerhetskopiera nu' }));
  expect(await screen.findByRole('alert')).toBeVisible();
  unmount();
  render(SafetyScreen, { at: 'safety' });
  expect(await screen.findByText(/^Den senaste gjordes/)).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a backup that lacks files of customers says which, until one has all', async () => {
  const user = userEvent.setup();
  answers['view_safety'] = () => unsafe;
  const lost = [{ owner: { kind: 'customer', id: 1 }, of: 'Elin Bergdahl', name: 'avtal.pdf' }];
  answers['back_up'] = () => ({ safety: safe, lost });
  render(SafetyScreen, { at: 'safety' });
  const button = await screen.findByRole('button', { name: 'Säkerhetskopiera nu' });
  await user.click(button);
  expect(await screen.findByRole('status')).toHaveTextContent(/^Säkerhetskopian är klar, men en av kundernas filer är inte med\./);
  expect(screen.getByRole('link', { name: 'avtal.pdf hos Elin Bergdahl' })).toBeVisible();
  answers['back_up'] = () => ({ safety: safe, lost: [] });
  await user.click(button);
  await waitFor(() => expect(screen.queryByRole('link', { name: /avtal/ })).not.toBeInTheDocument());
});

test('when the next is reminded of is a setting, and decides what is due', async () => {
  const user = userEvent.setup();
  answers['view_safety'] = () => safe;
  answers['change_settings'] = ({ settings }) => settings;
  await session.change({ language: 'sv' });
  render(SafetyScreen, { at: 'safety' });
  const list = await screen.findByRole('combobox', { name: 'Påminn mig efter' });
  expect(list).toHaveDisplayValue('14 dagar');
  answers['view_safety'] = () => ({ ...safe, backupDue: true });
  await user.selectOptions(list, '7 dagar');
  expect(session.settings.backupAfter).toBe(7);
  expect(await screen.findByText(/Det är dags för en ny\.$/)).toBeVisible();
});

test('another passphrase needs the one in use, and then a new key is offered', async () => {
  const user = userEvent.setup();
  answers['change_passphrase'] = refuse('wrongPassphrase');
  render(SafetyScreen, { at: 'changePassphrase' });
  const current = screen.getByLabelText('Lösenfrasen du har nu');
  expect(current).toHaveFocus();
  await user.type(current, 'fel fras');
  await user.click(await screen.findByRole('button', { name: /^Välj tallbarr/ }));
  const change = screen.getByRole('button', { name: 'Byt' });
  await waitFor(() => expect(change).toBeEnabled());
  answers['wait_to_unlock'] = () => 2;
  await user.click(change);
  expect(invoke).toHaveBeenCalledWith('change_passphrase', { current: 'fel fras', new: 'tallbarr sirap onsdag vante' });
  expect(current).toHaveAccessibleDescription('Det är inte din lösenfras. Inget är ändrat. Försök igen.');
  expect(await screen.findByRole('timer')).toHaveTextContent('Vänta 2 sekunder');
  expect(change).toBeDisabled();
  await waitFor(() => expect(change).toBeEnabled(), { timeout: 3_000 });

  answers['change_passphrase'] = changed(null);
  await user.click(change);
  expect(await screen.findByRole('heading', { name: 'Lösenfrasen är bytt' })).toBeVisible();
  answers['replace_register_key'] = changed({ sealed: 12, left: 1 });
  await user.click(screen.getByRole('button', { name: 'Gör en ny nyckel' }));
  expect(invoke).toHaveBeenLastCalledWith('replace_register_key', { passphrase: 'tallbarr sirap onsdag vante' });
  expect(await screen.findByText(/12 tidigare versioner .* 1 gick inte att låsa om/)).toBeVisible();
});

test('the sheet is tried with what is written on it, and a wrong key is the field’s own matter', async () => {
  const user = userEvent.setup();
  answers['test_recovery_key'] = refuse('wrongRecoveryKey');
  render(SafetyScreen, { at: 'trySheet' });
  const field = screen.getByRole('textbox', { name: 'Nyckel' });
  await user.type(field, ' uauv t7tx {Enter}');
  expect(invoke).toHaveBeenCalledWith('test_recovery_key', { key: 'UAUVT7TX' });
  expect(field).toHaveAccessibleDescription(/Nyckeln passar inte det här registret/);
  answers['test_recovery_key'] = changed(null);
  await user.click(screen.getByRole('button', { name: 'Prova' }));
  expect(await screen.findByText(/^Bladet fungerar/)).toBeVisible();
});

test('a new sheet that is not saved is not left without a question', async () => {
  const user = userEvent.setup();
  go({ name: 'newSheet' });
  answers['make_recovery_sheet'] = () => ({ pages: [{ width: 210, height: 297, items: [] }] });
  answers['reseal_generations'] = () => ({ sealed: 1, left: 0 });
  answers['save_recovery_sheet'] = () => null;
  render(SafetyScreen, { at: 'newSheet' });
  await user.click(screen.getByRole('button', { name: 'Gör ett nytt blad' }));
  expect(await screen.findByRole('article', { name: 'Sida 1 av 1' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Spara som PDF' }));
  // They would be sealed to the old one.
  expect(screen.queryByRole('button', { name: 'Lås om dem' })).not.toBeInTheDocument();
  go({ name: 'customers' });
  expect(route()).toEqual({ name: 'newSheet' });
  expect(await screen.findByRole('heading', { name: 'Bladet är inte sparat' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Stanna här' }));
  answers['save_recovery_sheet'] = changed(null);
  await user.click(screen.getByRole('button', { name: 'Spara som PDF' }));
  expect(await screen.findByText('Sparat')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Lås om dem' }));
  expect(await screen.findByText('1 tidigare version på den här datorn är låst på nytt.')).toBeVisible();
  go({ name: 'customers' });
  expect(route()).toEqual({ name: 'customers' });
});

test('reminders come one at a time, not before there are customers, and can be put off', async () => {
  const user = userEvent.setup();
  session.customers = 0;
  render(Reminders);
  await waitFor(() => expect(safety.view).not.toBeNull());
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  session.customers = 3;
  expect(await screen.findByRole('status')).toHaveTextContent(/^Prova återställningsbladet/);
  await user.click(screen.getByRole('button', { name: 'Prova bladet' }));
  expect(route()).toEqual({ name: 'trySheet' });
  await waitFor(() => expect(screen.queryByRole('status')).not.toBeInTheDocument());
  go({ name: 'customers' });
  await user.click(await screen.findByRole('button', { name: 'Inte nu' }));
  expect(await screen.findByRole('status')).toHaveTextContent(/^Dags för en säkerhetskopia/);
  answers['back_up'] = () => ({ safety: safe, lost: [] });
  await user.click(screen.getByRole('button', { name: 'Säkerhetskopiera nu' }));
  expect(route()).toEqual({ name: 'safety' });
  go({ name: 'customers' });
  await waitFor(() => expect(screen.queryByRole('status')).not.toBeInTheDocument());
});
