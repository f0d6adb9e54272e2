import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Page } from '../api/types/Page';
import { setLanguage } from '../lib/words.svelte';
import Button from './Button.svelte';
import DateInput from './DateInput.svelte';
import Dialog from './Dialog.svelte';
import MoneyInput from './MoneyInput.svelte';
import Notice from './Notice.svelte';
import PageSheet from './PageSheet.svelte';
import PassphraseInput from './PassphraseInput.svelte';
import Select from './Select.svelte';
import Tabs from './Tabs.svelte';
import TextInput from './TextInput.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

beforeEach(() => setLanguage('sv'));

describe('fields', () => {
  test('label, hint and error belong to the field', () => {
    render(TextInput, { label: 'Mejl', value: '', hint: 'Skriv som du brukar.', error: 'Fyll i det här.', required: true });
    const field = screen.getByRole('textbox', { name: 'Mejl' });
    expect(field).toBeRequired();
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('Skriv som du brukar. Fyll i det här.');
  });

  test('a field that is well says nothing', () => {
    render(TextInput, { label: 'Mejl', value: 'a@b.example' });
    const field = screen.getByRole('textbox', { name: 'Mejl' });
    expect(field).toBeValid();
    expect(field).not.toHaveAttribute('aria-describedby');
  });

  test('a passphrase is hidden until one asks to see it', async () => {
    const user = userEvent.setup();
    render(PassphraseInput, { label: 'Lösenfras', value: 'fyra ord' });
    const field = screen.getByLabelText('Lösenfras');
    expect(field).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Visa lösenfrasen' }));
    expect(field).toHaveAttribute('type', 'text');
    expect(screen.getByRole('button', { name: 'Dölj lösenfrasen' })).toBeVisible();
  });

  test('a select gives the value itself, not its text', async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(Select<number>, {
      label: 'Textstorlek',
      value: 100,
      options: [
        { value: 100, label: '100 %' },
        { value: 150, label: '150 %' },
      ],
      onchange,
    });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Textstorlek' }), '150 %');
    expect(onchange).toHaveBeenCalledWith(150);
  });
});

describe('a typed date', () => {
  test('is read in any form and shown in the language’s own once one leaves', async () => {
    const user = userEvent.setup();
    render(DateInput, { label: 'Datum', value: '' });
    const field = screen.getByRole('textbox', { name: 'Datum' });
    await user.type(field, '3.11.2026');
    expect(field).toHaveValue('3.11.2026');
    await user.tab();
    expect(field).toHaveValue('2026-11-03');
    expect(field).toBeValid();
  });

  test('stays as typed and says so when it is none', async () => {
    const user = userEvent.setup();
    render(DateInput, { label: 'Datum', value: '2026-11-03' });
    const field = screen.getByRole('textbox', { name: 'Datum' });
    await user.clear(field);
    await user.type(field, '31.2.2026');
    expect(field).toBeValid();
    await user.tab();
    expect(field).toHaveValue('31.2.2026');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/Det gick inte att läsa datumet/);
  });
});

test('a typed sum is shown with its öre once one leaves', async () => {
  const user = userEvent.setup();
  render(MoneyInput, { label: 'Pris', value: null });
  const field = screen.getByRole('textbox', { name: 'Pris' });
  await user.type(field, '1.234,5');
  await user.tab();
  expect((field as HTMLInputElement).value.replace(/\s/g, ' ')).toBe('1 234,50');
  await user.clear(field);
  await user.type(field, 'gratis');
  await user.tab();
  expect(field).toHaveValue('gratis');
  expect(field).toHaveAccessibleDescription(/Det gick inte att läsa beloppet/);
});

test('a busy button cannot be pressed again', async () => {
  const user = userEvent.setup();
  const onclick = vi.fn();
  const { rerender } = render(Button, { onclick, busy: true, children: words('Spara') });
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  expect(onclick).not.toHaveBeenCalled();
  await rerender({ busy: false });
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  expect(onclick).toHaveBeenCalledTimes(1);
});

test('a dialog is named by its heading and tells when it has closed', async () => {
  const onclose = vi.fn();
  const { rerender } = render(Dialog, { open: true, title: 'Ny mottagare', children: words('Namn'), onclose });
  expect(screen.getByRole('dialog', { name: 'Ny mottagare' })).toBeVisible();
  await rerender({ open: false });
  expect(onclose).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Namn')).not.toBeInTheDocument();
});

test('what went wrong is announced, what waits is only there', () => {
  render(Notice, { tone: 'bad', title: 'Inte sparat', children: words('Disken är full.') });
  expect(screen.getByRole('alert')).toHaveTextContent('Inte sparat. Disken är full.');
});

test('tabs say which of them is chosen', async () => {
  const user = userEvent.setup();
  render(Tabs<'sv' | 'da'>, {
    label: 'Språk',
    value: 'sv',
    options: [
      { value: 'sv', label: 'Svenska' },
      { value: 'da', label: 'Danska' },
    ],
  });
  expect(screen.getByRole('button', { name: 'Svenska' })).toHaveAttribute('aria-pressed', 'true');
  await user.click(screen.getByRole('button', { name: 'Danska' }));
  expect(screen.getByRole('button', { name: 'Danska' })).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByRole('button', { name: 'Svenska' })).toHaveAttribute('aria-pressed', 'false');
});

describe('a sheet', () => {
  const page: Page = {
    width: 210,
    height: 297,
    items: [
      { kind: 'text', x: 25, y: 24, width: 33.5, size: 3.6, face: 'strong', ink: 'ink', text: '<b>Ängens</b> & Co' },
      { kind: 'rule', x: 25, y: 30, width: 165, thickness: 0.2, ink: 'line' },
      { kind: 'grid', x: 100, y: 40, module: 1.5, rows: ['110', '001'], label: 'Rutkod med samma nyckel' },
    ],
  };

  test('holds each line to the width that the core measured, as plain text', () => {
    render(PageSheet, { page, number: 1, of: 2, lang: 'sv' });
    const sheet = screen.getByRole('article', { name: 'Sida 1 av 2' });
    expect(sheet).toHaveAttribute('lang', 'sv');
    const line = sheet.querySelector('text');
    expect(line).toHaveTextContent('<b>Ängens</b> & Co');
    expect(line).toHaveAttribute('textLength', '670');
    expect(line).toHaveAttribute('font-size', '72');
    expect(sheet.querySelector('b')).toBeNull();
  });

  test('draws a rule around its middle and a grid by its runs', () => {
    render(PageSheet, { page, number: 1, of: 1 });
    expect(document.querySelector('rect')).toHaveAttribute('y', '598');
    const code = screen.getByRole('img', { name: 'Rutkod med samma nyckel' });
    expect(code.querySelector('path')).toHaveAttribute('d', 'M0 0h2v1h-2zM2 1h1v1h-1z');
  });
});
