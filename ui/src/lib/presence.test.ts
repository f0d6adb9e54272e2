import { expect, test, vi } from 'vitest';
import { watchInput } from './presence';

/** The watch's own listener for a kind of event: what a person does cannot be made by a script. */
function listener(kind: string): (event: Partial<Event>) => void {
  const call = vi.mocked(window.addEventListener).mock.calls.find(([each]) => each === kind);
  return call?.[1] as unknown as (event: Partial<Event>) => void;
}

test('keys and touches are told of, at most once a second', () => {
  vi.spyOn(window, 'addEventListener');
  const tell = vi.fn();
  const stop = watchInput(tell);
  listener('keydown')({ isTrusted: true, timeStamp: 5_000 });
  listener('pointermove')({ isTrusted: true, timeStamp: 5_400 });
  expect(tell).toHaveBeenCalledTimes(1);
  listener('wheel')({ isTrusted: true, timeStamp: 6_000 });
  expect(tell).toHaveBeenCalledTimes(2);
  stop();
});

test('a script’s events are nobody', () => {
  const tell = vi.fn();
  const stop = watchInput(tell);
  window.dispatchEvent(new KeyboardEvent('keydown'));
  expect(tell).not.toHaveBeenCalled();
  stop();
});
