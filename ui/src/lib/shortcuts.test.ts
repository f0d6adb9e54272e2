import { afterEach, expect, test, vi } from 'vitest';
import { handleKey, onShortcut } from './shortcuts';

const press = (key: string, init: KeyboardEventInit = { ctrlKey: true }) => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...init });
  handleKey(event);
  return event.defaultPrevented;
};

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.body.replaceChildren();
});

test('the latest screen to say so decides, until it stops', () => {
  const [list, form] = [vi.fn(), vi.fn()];
  stops.push(onShortcut('save', list));
  const stop = onShortcut('save', form);
  expect(press('s')).toBe(true);
  stop();
  press('S');
  expect(form).toHaveBeenCalledTimes(1);
  expect(list).toHaveBeenCalledTimes(1);
});

test('other keys and other modifiers are left alone', () => {
  const save = vi.fn();
  stops.push(onShortcut('save', save));
  for (const init of [{}, { ctrlKey: true, shiftKey: true }, { ctrlKey: true, altKey: true }]) expect(press('s', init)).toBe(false);
  expect(press('q')).toBe(false);
  expect(save).not.toHaveBeenCalled();
});

test('a key that nobody has claimed stays the browser’s', () => {
  expect(press('f')).toBe(false);
});

test('an open dialog keeps Esc and the screens behind it out of reach, but can be saved', () => {
  const [back, add, save] = [vi.fn(), vi.fn(), vi.fn()];
  stops.push(onShortcut('back', back), onShortcut('new', add), onShortcut('save', save));
  press('Escape', {});
  expect(back).toHaveBeenCalledTimes(1);
  const dialog = document.createElement('dialog');
  dialog.open = true;
  document.body.append(dialog);
  press('Escape', {});
  press('n');
  press('s');
  expect(back).toHaveBeenCalledTimes(1);
  expect(add).not.toHaveBeenCalled();
  expect(save).toHaveBeenCalledTimes(1);
});
