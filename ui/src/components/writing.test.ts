import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import Plus from '@lucide/svelte/icons/plus';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toasts, clearToasts } from '../lib/toasts.svelte';
import { askWhyReadOnly } from '../lib/writing';
import Button from './Button.svelte';
import IconButton from './IconButton.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const why = 'Registret är öppet på Annas dator.';
const said = () => toasts().map((each) => each.words);

beforeEach(() => askWhyReadOnly(() => why));
afterEach(() => {
  askWhyReadOnly(() => null);
  clearToasts();
});

test('a button that would change the register is off, says why, and does nothing', async () => {
  const onclick = vi.fn();
  render(Button, { writes: true, onclick, children: words('Spara') });
  const button = screen.getByRole('button', { name: 'Spara', description: why });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(button);
  expect(onclick).not.toHaveBeenCalled();
  // Those who have no pointer to rest on it are told too.
  expect(said()).toEqual([why]);
});

test('a form is not sent by it, with Enter neither', async () => {
  const submitted = vi.fn((event: Event) => event.preventDefault());
  const form = document.body.appendChild(document.createElement('form'));
  form.innerHTML = '<input />';
  form.onsubmit = submitted;
  render(Button, { target: form, props: { writes: true, type: 'submit', children: words('Spara') } });
  await userEvent.type(screen.getByRole('textbox'), 'Elin{Enter}');
  await userEvent.click(screen.getByRole('button'));
  expect(submitted).not.toHaveBeenCalled();
  expect(screen.getByRole('textbox')).toHaveValue('Elin');
  form.remove();
});

test('what leads to a form is no link then', () => {
  render(Button, { writes: true, href: '#/customers/new', children: words('Ny kund') });
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { description: why })).toBeVisible();
});

test('a button with a picture does as well', async () => {
  const onclick = vi.fn();
  render(IconButton, { writes: true, icon: Plus, label: 'Ny kund', onclick });
  await userEvent.click(screen.getByRole('button', { name: 'Ny kund', description: why }));
  expect(onclick).not.toHaveBeenCalled();
  expect(said()).toEqual([why]);
});

test('where it may be changed, they do what they say', async () => {
  askWhyReadOnly(() => null);
  const onclick = vi.fn();
  render(Button, { writes: true, onclick, children: words('Spara') });
  await userEvent.click(screen.getByRole('button', { name: 'Spara', description: '' }));
  expect(onclick).toHaveBeenCalledOnce();
  expect(said()).toEqual([]);
});
