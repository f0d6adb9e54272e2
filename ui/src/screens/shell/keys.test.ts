import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Business } from '../../api/types/Business';
import { go } from '../../lib/router.svelte';
import { handleKey } from '../../lib/shortcuts';
import { setLanguage } from '../../lib/words.svelte';
import Shell from './Shell.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));
window.addEventListener('keydown', handleKey);

const business = { name: 'Ängens Hudvård', ownerName: 'Maja Lindqvist', country: 'SE' } as Business;
const row = { id: 1, givenName: 'Elin', familyName: 'Bergdahl', letter: 'B', town: '', latestPurchaseOn: null, addedOn: '2026-10-30' };

beforeEach(() => {
  setLanguage('sv');
  session.opened(business);
  invoke.mockReset();
  invoke.mockResolvedValue({ total: 1, all: 1, rows: [row] });
});

test('the screen that the window opens with decides what the keys do', async () => {
  const user = userEvent.setup();
  go({ name: 'customers' });
  render(Shell, { business });
  const search = await screen.findByRole('searchbox', { name: 'Sök kund' });
  await user.keyboard('{Control>}f{/Control}');
  await waitFor(() => expect(search).toHaveFocus());
});

test('a form that the window opens with is saved by its key', async () => {
  const user = userEvent.setup();
  go({ name: 'newCustomer' });
  render(Shell, { business });
  await screen.findByRole('textbox', { name: 'Förnamn' });
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(document.querySelector('[aria-invalid="true"]')).toBeInTheDocument());
});
