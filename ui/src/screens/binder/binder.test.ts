import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { BinderProgress } from '../../api/types/BinderProgress';
import { setLanguage } from '../../lib/words.svelte';
import { refuse } from '../../test.refusal';
import Binder from './Binder.svelte';

const invoke = vi.hoisted(() => vi.fn());
const { Channel } = vi.hoisted(() => ({
  Channel: class {
    onmessage: (heard: unknown) => void = () => undefined;
  },
}));
vi.mock('@tauri-apps/api/core', () => ({ invoke, Channel }));

interface Saving {
  request: unknown;
  progress: { onmessage: (heard: BinderProgress) => void };
}

const page = { width: 210, height: 297, items: [] };
let answer: (isSaved: boolean) => void;

beforeEach(() => {
  setLanguage('sv');
  invoke.mockReset();
  invoke.mockImplementation((command: string, args: Record<string, unknown>) => {
    switch (command) {
      case 'preview_paper':
        return Promise.resolve({ pages: args['paper'] === 'record' ? [page, page, page] : [page] });
      case 'save_paper':
        return new Promise<boolean>((resolve) => (answer = resolve));
      case 'save_workbook':
        return Promise.resolve(true);
      default:
        return Promise.reject(new Error(command));
    }
  });
});

const saving = () => invoke.mock.lastCall?.[1] as Saving;

test('each paper is shown, and saved in the language that is shown', async () => {
  const user = userEvent.setup();
  render(Binder);
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(3));
  expect(screen.getByRole('button', { name: /^Så använder du/ })).toHaveAttribute('aria-pressed', 'true');
  await user.click(screen.getByRole('button', { name: 'Danska' }));
  expect(invoke).toHaveBeenLastCalledWith('preview_paper', { paper: 'record', language: 'da' });
  await user.click(screen.getByRole('button', { name: 'Spara som Excel' }));
  expect(invoke).toHaveBeenLastCalledWith('save_workbook', { language: 'da' });
  await user.click(screen.getByRole('button', { name: /^Så länge sparar du/ }));
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
  // Only the record is a workbook too.
  expect(screen.queryByRole('button', { name: 'Spara som Excel' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Spara som PDF' }));
  expect(saving().request).toEqual({ paper: 'retention', language: 'da' });
});

test('how far the binder is stands in place of the button that makes it', async () => {
  const user = userEvent.setup();
  render(Binder);
  await user.click(screen.getByRole('button', { name: 'Gör pärmen' }));
  expect(saving().request).toEqual({ paper: 'binder', language: 'sv' });
  saving().progress.onmessage({ done: 4, of: 11 });
  const bar = screen.getByRole('progressbar', { name: 'Pärmen görs' });
  await waitFor(() => expect(bar).toHaveAttribute('value', '4'));
  expect(bar).toHaveAttribute('max', '11');
  expect(screen.queryByRole('button', { name: 'Gör pärmen' })).not.toBeInTheDocument();
  answer(true);
  expect(await screen.findByRole('button', { name: 'Gör pärmen' })).toBeEnabled();
});

test('a binder that could not be written says so, and can be made again', async () => {
  const user = userEvent.setup();
  render(Binder);
  await screen.findAllByRole('article');
  refuse(invoke, 'save_paper', 'fileFailed', { field: 'file', rule: 'readOnly' });
  await user.click(screen.getByRole('button', { name: 'Gör pärmen' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/Mappen går bara att läsa/);
  expect(screen.getByRole('button', { name: 'Gör pärmen' })).toBeEnabled();
});
