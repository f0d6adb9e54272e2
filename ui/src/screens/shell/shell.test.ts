import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import { saved } from '../../lib/saved.svelte';
import { setLanguage } from '../../lib/words.svelte';
import NotSaved from './NotSaved.svelte';
import SavedLine from './SavedLine.svelte';
import { tick } from 'svelte';

beforeEach(() => {
  setLanguage('sv');
  saved.reset();
});

test('the foot says when all was saved, in the language’s own way', async () => {
  render(SavedLine);
  expect(screen.getByRole('status')).toHaveTextContent('Allt sparat');
  const at = new Date(2026, 10, 22, 14, 32).toISOString();
  saved.begin();
  await tick();
  expect(screen.getByRole('status')).toHaveTextContent('Sparar');
  saved.done(at);
  await tick();
  expect(screen.getByRole('status')).toHaveTextContent('Allt sparat 14:32');
  setLanguage('da');
  await tick();
  expect(screen.getByRole('status')).toHaveTextContent('Alt er gemt 14.32');
});

test('NOT SAVED is loud, says why, and stays through a new attempt', async () => {
  render(NotSaved);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  saved.begin();
  saved.failed('readOnly');
  await tick();
  expect(screen.getByRole('alert')).toHaveTextContent(/^Inte sparat\. Mappen går bara att läsa\./);
  saved.begin();
  await tick();
  expect(screen.getByRole('alert')).toBeVisible();
  saved.done('2026-11-22T13:32:00Z');
  await tick();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
