import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import App from './App.svelte';
import { session } from './api/session.svelte';
import type { Business } from './api/types/Business';
import { toast } from './lib/toasts.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke, Channel: vi.fn() }));

const business = { name: 'Ängens Hudvård', ownerName: 'Maja Lindqvist', country: 'SE' } as Business;

beforeEach(() => {
  invoke.mockReset();
  invoke.mockImplementation((command: string) => {
    if (command === 'start') {
      const settings = { language: 'sv', theme: 'system', textSize: 100, lockAfter: 300, backupAfter: 14 };
      return Promise.resolve({ state: { kind: 'locked' }, settings, version: '1' });
    }
    if (command === 'list_customers') return Promise.resolve({ total: 0, all: 0, rows: [], place: null });
    return Promise.resolve(null);
  });
});

test('nothing that was said of a customer stays when the register is locked, nor comes after', async () => {
  render(App);
  await screen.findByLabelText('Lösenfras');
  session.opened(business);
  toast('Elin Bergdahl är tillagd');
  expect(await screen.findByText('Elin Bergdahl är tillagd')).toBeVisible();
  session.locked();
  await screen.findByLabelText('Lösenfras');
  expect(screen.queryByText(/Elin/)).not.toBeInTheDocument();
  // A save that was under way ends after the lock.
  toast('Anteckningen om Elin Bergdahl är sparad');
  await tick();
  expect(screen.queryByText(/Elin/)).not.toBeInTheDocument();
  session.opened(business);
  await screen.findByRole('navigation');
  expect(screen.queryByText(/Elin/)).not.toBeInTheDocument();
});
