import { expect, test, vi } from 'vitest';
import { Attempt } from './attempt.svelte';

test('while one thing goes on no other begins, and what failed is said until the next', async () => {
  const attempt = new Attempt();
  let fail: (reason: unknown) => void = () => undefined;
  const first = attempt.to(() => new Promise((_, reject) => (fail = reject)));
  expect(attempt.busy).toBe(true);
  const second = vi.fn(() => Promise.resolve());
  await attempt.to(second);
  expect(second).not.toHaveBeenCalled();
  fail({ code: 'saveFailed', fields: [] });
  await first;
  expect(attempt.busy).toBe(false);
  expect(attempt.error?.code).toBe('saveFailed');
  await attempt.to(second);
  expect(second).toHaveBeenCalledOnce();
  expect(attempt.error).toBeNull();
});
