import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import { setLanguage } from '../../lib/words.svelte';
import { refuse } from '../../test.refusal';
import Setup from '../setup/Setup.svelte';
import Lock from './Lock.svelte';

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

const alone = { elsewhere: null, changed: false };

/** What a command is refused with, and how long one waits before the next passphrase. */
let refused: string | null;
let wait: number;

beforeEach(() => {
  setLanguage('sv');
  refused = null;
  wait = 0;
  invoke.mockReset();
  invoke.mockImplementation(async (command: string) => {
    if (command === 'wait_to_unlock') return wait;
    if (refused) throw { code: refused, fields: [] };
  });
});

async function tryPassphrase(code: string) {
  const user = userEvent.setup();
  render(Lock);
  refused = code;
  await user.type(screen.getByLabelText('Lösenfras'), 'fel fras{Enter}');
}

test('a wrong passphrase is the field’s own matter, and the register is said to be unharmed', async () => {
  await tryPassphrase('wrongPassphrase');
  expect(screen.getByLabelText('Lösenfras')).toHaveAccessibleDescription(
    'Det är inte rätt lösenfras. Registret är oskadat. Försök igen, eller öppna med återställningsbladet.',
  );
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('after several wrong ones it says how long to wait, counts down, and takes none meanwhile', async () => {
  wait = 2;
  const user = userEvent.setup();
  await tryPassphrase('wrongPassphrase');
  expect(await screen.findByRole('timer')).toHaveTextContent('Vänta 2 sekunder innan du försöker igen.');
  expect(screen.getByRole('button', { name: 'Lås upp' })).toBeDisabled();
  invoke.mockClear();
  await user.type(screen.getByLabelText('Lösenfras'), 'en till{Enter}');
  expect(invoke).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(screen.getByRole('timer')).toHaveTextContent('Vänta en sekund'), 2_000);
  await vi.waitFor(() => expect(screen.queryByRole('timer')).not.toBeInTheDocument(), 2_000);
  expect(screen.getByRole('button', { name: 'Lås upp' })).toBeEnabled();
});

test('a damaged file is no wrong passphrase', async () => {
  await tryPassphrase('vaultDamaged');
  expect(screen.getByRole('alert')).toHaveTextContent(/^Registrets fil är skadad\. Filen ligger kvar orörd/);
  expect(screen.getByLabelText('Lösenfras')).toBeValid();
});

test('a register whose file is on its way from another computer says which, and offers nothing in its place', async () => {
  const arriving = { code: 'arriving', fields: [], computer: 'Annas dator' };
  invoke.mockImplementation((command: string) => (command === 'wait_to_unlock' ? Promise.resolve(0) : Promise.reject(arriving)));
  const user = userEvent.setup();
  render(Lock);
  await user.type(screen.getByLabelText('Lösenfras'), 'rätt fras{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Registret är öppet på Annas dator\. Det som sparades där har nog inte hunnit hit än/);
  expect(screen.getByLabelText('Lösenfras')).toBeValid();
  expect(screen.queryByRole('button', { name: /säkerhetskopia/ })).not.toBeInTheDocument();
});

test('a missing register names its folder and never offers to make a new one', async () => {
  const user = userEvent.setup();
  render(Lock, { unusable: { kind: 'unusable', code: 'vaultMissing', folder: '/home/maja/Kundbok', canRestore: false } });
  expect(screen.getByRole('heading', { name: 'Registret finns inte där det låg' })).toBeVisible();
  expect(screen.getByText(/home\/maja\/Kundbok/)).toBeVisible();
  expect(screen.getAllByRole('button').map((each) => each.textContent?.trim())).toEqual([
    'Försök igen',
    'Välj mappen där det ligger',
    'Jag har en säkerhetskopia',
  ]);
  refused = 'vaultMissing';
  await user.click(screen.getByRole('button', { name: 'Välj mappen där det ligger' }));
  expect(screen.getByRole('alert')).toHaveTextContent(/^Det ligger inget register i den mappen\. Inget är ändrat/);
});

test('the recovery key is taken as it is written, and asks for a new passphrase before it opens', async () => {
  const user = userEvent.setup();
  render(Lock);
  await user.click(screen.getByRole('button', { name: 'Öppna med återställningsbladet' }));
  invoke.mockImplementation((command: string) => {
    if (command === 'unlock_with_recovery_key') return Promise.resolve({ business, findings: [], standing: alone });
    if (command === 'find_draft') return Promise.resolve(null);
    if (command === 'suggest_passphrases') return Promise.resolve(['tallbarr sirap onsdag vante']);
    if (command === 'measure_passphrase') return Promise.resolve({ level: 4, counted: 'drawnWords', years: 9 });
    return Promise.resolve({ value: null, savedAt: '2026-11-22T13:32:00Z' });
  });
  await user.type(screen.getByRole('textbox', { name: 'Nyckel' }), ' uauv t7tx  unf9 {Enter}');
  expect(invoke).toHaveBeenCalledWith('unlock_with_recovery_key', { key: 'UAUVT7TXUNF9' });
  expect(await screen.findByRole('heading', { name: 'Välj en ny lösenfras' })).toBeVisible();
  expect(session.business).toBeNull();
  await user.click(await screen.findByRole('button', { name: /^Välj tallbarr/ }));
  await user.click(await screen.findByRole('button', { name: 'Spara och öppna' }));
  expect(invoke).toHaveBeenCalledWith('replace_passphrase', { passphrase: 'tallbarr sirap onsdag vante' });
  expect(session.business?.name).toBe('Ängens Hudvård');
});

test('where no passphrase can be saved the sheet opens the register all the same', async () => {
  const user = userEvent.setup();
  render(Lock);
  await user.click(screen.getByRole('button', { name: 'Öppna med återställningsbladet' }));
  invoke.mockImplementation(async (command: string) => {
    if (command === 'unlock_with_recovery_key') return { business: { ...business, name: 'Solgläntan' }, findings: [], standing: alone };
    if (command === 'suggest_passphrases') return ['tallbarr sirap onsdag vante'];
    if (command === 'measure_passphrase') return { level: 4, counted: 'drawnWords', years: 9 };
    if (command === 'replace_passphrase') throw { code: 'saveFailed', fields: [{ field: '', rule: 'readOnly' }] };
    return null;
  });
  await user.type(screen.getByRole('textbox', { name: 'Nyckel' }), 'uauv{Enter}');
  await user.click(await screen.findByRole('button', { name: /^Välj tallbarr/ }));
  expect(screen.queryByRole('button', { name: 'Öppna utan ny lösenfras' })).not.toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Spara och öppna' }));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(session.business?.name).not.toBe('Solgläntan');
  await user.click(screen.getByRole('button', { name: 'Öppna utan ny lösenfras' }));
  await vi.waitFor(() => expect(session.business?.name).toBe('Solgläntan'));
});

test('where the file is damaged a backup is offered, and only there', async () => {
  const user = userEvent.setup();
  invoke.mockImplementation(async (command: string) => {
    if (command === 'wait_to_unlock') return 0;
    if (command === 'choose_backup') return true;
    throw { code: refused, fields: [] };
  });
  await tryPassphrase('wrongPassphrase');
  expect(screen.queryByRole('button', { name: 'Lägg tillbaka en säkerhetskopia' })).not.toBeInTheDocument();
  refused = 'vaultDamaged';
  await user.click(screen.getByRole('button', { name: 'Lås upp' }));
  expect(screen.getByRole('alert')).toHaveTextContent(/^Registrets fil är skadad\. Filen ligger kvar orörd/);
  await user.click(screen.getByRole('button', { name: 'Lägg tillbaka en säkerhetskopia' }));
  expect(await screen.findByRole('heading', { name: 'Öppna säkerhetskopian' })).toBeVisible();
});

const missing = { kind: 'unusable', code: 'vaultMissing', folder: '/home/maja/Kundbok', canRestore: true } as const;

test('what this computer saved last is put back only after it was asked for, and says what becomes of a file that is there', async () => {
  const user = userEvent.setup();
  render(Lock, { unusable: missing });
  await user.click(screen.getByRole('button', { name: 'Lägg tillbaka det som sparades här senast' }));
  expect(screen.getByText(/Ligger det en annan fil där får den ett nytt namn och blir kvar\. Inget tas bort\.$/)).toBeVisible();
  refuse(invoke, 'restore_register', 'vaultMissing');
  await user.type(screen.getByLabelText('Lösenfras'), 'havre lykta{Enter}');
  expect(screen.getByRole('alert')).toHaveTextContent(/^Det gick inte att lägga tillbaka något\. Inget är ändrat\./);
  const restored = { kind: 'restored', savedAt: '2026-11-22T13:32:00Z', customers: 412, setAside: null };
  invoke.mockImplementation(async (command: string) => (command === 'restore_register' ? { business, findings: [restored] } : null));
  await user.click(screen.getByRole('button', { name: 'Lägg tillbaka och öppna' }));
  expect(invoke).toHaveBeenCalledWith('restore_register', { passphrase: 'havre lykta' });
  await vi.waitFor(() => expect(session.business?.name).toBe('Ängens Hudvård'));
  expect(session.findings).toEqual([restored]);
});

test('it is put back with the sheet too, and one may change one’s mind', async () => {
  const user = userEvent.setup();
  render(Lock, { unusable: missing });
  await user.click(screen.getByRole('button', { name: 'Lägg tillbaka det som sparades här senast' }));
  await user.click(screen.getByRole('button', { name: 'Lägg tillbaka med återställningsbladet' }));
  refuse(invoke, 'restore_register_with_recovery_key', 'vaultMissing');
  await user.type(screen.getByRole('textbox', { name: 'Nyckel' }), 'uauv{Enter}');
  expect(invoke).toHaveBeenLastCalledWith('restore_register_with_recovery_key', { key: 'UAUV' });
  await user.click(screen.getByRole('button', { name: 'Tillbaka' }));
  expect(screen.getByRole('heading', { name: 'Registret finns inte där det låg' })).toBeVisible();
});

test('another register in the folder is where putting back is offered', async () => {
  await tryPassphrase('vaultReplaced');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Lägg tillbaka det som sparades här senast' }));
  expect(screen.getByRole('heading', { name: 'Lägg tillbaka registret' })).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

/** Answers each command, or is refused with a code. */
function answering(answers: Record<string, unknown>) {
  invoke.mockImplementation(async (command: string) => {
    const answer = answers[command];
    if (answer instanceof Error) throw { code: answer.message, fields: answer.cause ? [{ field: 'file', rule: answer.cause }] : [] };
    return answer ?? null;
  });
}

test('a backup opens where there never was a register, and a broken one changes nothing', async () => {
  const user = userEvent.setup();
  answering({ choose_backup: new Error('fileFailed', { cause: 'unreadable' }), wait_to_unlock: 0 });
  render(Setup);
  const have = screen.getByRole('button', { name: 'Jag har en säkerhetskopia' });
  await user.click(have);
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Det är inte en hel säkerhetskopia\..*Inget är ändrat/);

  answering({ choose_backup: true, restore_backup: new Error('notAllowed'), wait_to_unlock: 0 });
  await user.click(have);
  expect(await screen.findByRole('heading', { name: 'Öppna säkerhetskopian' })).toBeVisible();
  await user.type(screen.getByLabelText('Lösenfras'), 'en fras{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Det ligger ett helt register i mappen\. Inget är ändrat/);

  answering({ restore_backup: { business, findings: [] }, wait_to_unlock: 0 });
  await user.click(screen.getByRole('button', { name: 'Lägg tillbaka och öppna' }));
  expect(invoke).toHaveBeenCalledWith('restore_backup', { passphrase: 'en fras' });
  await vi.waitFor(() => expect(session.business?.name).toBe('Ängens Hudvård'));
});

test('a backup opens with the recovery key in place of a missing register, and one can go back', async () => {
  const user = userEvent.setup();
  answering({ choose_backup: true, wait_to_unlock: 0, restore_backup_with_recovery_key: new Error('vaultDamaged') });
  render(Lock, { unusable: { kind: 'unusable', code: 'vaultMissing', folder: '/home/maja/Kundbok', canRestore: true } });
  await user.click(screen.getByRole('button', { name: 'Jag har en säkerhetskopia' }));
  await user.click(await screen.findByRole('button', { name: 'Lägg tillbaka med återställningsbladet' }));
  await user.type(screen.getByRole('textbox', { name: 'Nyckel' }), 'uauv{Enter}');
  expect(invoke).toHaveBeenCalledWith('restore_backup_with_recovery_key', { key: 'UAUV' });
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Säkerhetskopian är skadad\. Inget är ändrat/);
  await user.click(screen.getByRole('button', { name: 'Tillbaka' }));
  expect(screen.getByRole('heading', { name: 'Registret finns inte där det låg' })).toBeVisible();
});
