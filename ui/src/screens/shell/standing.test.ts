import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import type { Elsewhere } from '../../api/types/Elsewhere';
import { saved } from '../../lib/saved.svelte';
import { setLanguage } from '../../lib/words.svelte';
import { refuse } from '../../test.refusal';
import SavedLine from './SavedLine.svelte';
import Standing from './Standing.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const business = { name: 'Ängens Hudvård', country: 'SE' } as Business;
const alone = { elsewhere: null, changed: false };
const at = (hour: number) => {
  const day = new Date();
  day.setHours(hour, 5, 0, 0);
  return day.toISOString();
};
const there = (more: Partial<Elsewhere> = {}): Elsewhere => ({ computer: 'Annas dator', since: at(14), isOver: false, ...more });

beforeEach(() => {
  setLanguage('sv');
  saved.reset();
  session.opened(business);
  invoke.mockReset();
  invoke.mockImplementation(async (command: string) => (command === 'read_again' ? { business, findings: [], standing: alone } : null));
});

const plain = (words: string) => words.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ').trim();
const notice = () => plain(screen.getAllByRole('status').at(0)?.textContent ?? '');

test('where nobody else is, nothing is said', () => {
  render(Standing);
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});

test('who has it open is named, and here it is read only, in the foot too', async () => {
  render(Standing);
  render(SavedLine);
  expect(screen.getByRole('status')).toHaveTextContent('Allt sparat');
  session.heard({ kind: 'standing', standing: { elsewhere: there(), changed: false } });
  await waitFor(() => expect(notice()).toMatch(/^Kan bara läsas: öppet på Annas dator sedan 14:05\. Det som ska sparas eller lämnas ut får vänta\./));
  expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('Kan bara läsas');
  expect(screen.queryByRole('button', { name: 'Visa ändringarna' })).not.toBeInTheDocument();
  session.heard({ kind: 'standing', standing: { elsewhere: there({ computer: '', since: '2026-01-03T13:05:00Z' }), changed: true } });
  await waitFor(() => expect(notice()).toMatch(/öppet på en annan dator sedan 2026-01-03 kl\. /));
  expect(screen.getByRole('button', { name: 'Visa ändringarna' })).toBeVisible();
});

test('it is taken over only after it was said what that means', async () => {
  const user = userEvent.setup();
  session.heard({ kind: 'standing', standing: { elsewhere: there(), changed: false } });
  render(Standing);
  await user.click(screen.getByRole('button', { name: 'Öppna här i stället' }));
  expect(screen.getByText(/går det då bara att läsa/)).toBeVisible();
  expect(invoke).not.toHaveBeenCalledWith('read_again', expect.anything());
  await user.click(screen.getByRole('button', { name: 'Öppna här' }));
  await waitFor(() => expect(session.standing).toEqual(alone));
  expect(invoke).toHaveBeenCalledWith('read_again', { takeOver: true });
});

test('when it was closed there, she may go on here without taking it from anybody', async () => {
  const user = userEvent.setup();
  session.heard({ kind: 'standing', standing: { elsewhere: there({ isOver: true }), changed: true } });
  render(Standing);
  expect(notice()).toMatch(/^Registret är inte längre öppet på Annas dator\./);
  await user.click(screen.getByRole('button', { name: 'Fortsätt här' }));
  await waitFor(() => expect(invoke).toHaveBeenCalledWith('read_again', { takeOver: false }));
});

test('a register that cannot be read again says why, and stays as it is', async () => {
  const user = userEvent.setup();
  session.heard({ kind: 'standing', standing: { elsewhere: null, changed: true } });
  render(Standing);
  render(SavedLine);
  expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('Ändrat på annat håll');
  refuse(invoke, 'read_again', 'vaultMissing');
  await user.click(screen.getByRole('button', { name: 'Läs in på nytt' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Registret finns inte där det låg');
  expect(session.standing.changed).toBe(true);
});

test('a register that was locked meanwhile has no standing', () => {
  session.heard({ kind: 'standing', standing: { elsewhere: there(), changed: true } });
  session.heard({ kind: 'locked' });
  expect(session.standing).toEqual(alone);
  expect(session.phase.kind).toBe('locked');
});
