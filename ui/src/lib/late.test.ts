import { expect, test } from 'vitest';
import { late } from './late';

test.each([
  [1, 1, 'days'],
  [60, 60, 'days'],
  [61, 2, 'months'],
  [366, 12, 'months'],
  [730, 23, 'months'],
  [731, 2, 'years'],
  [2526, 6, 'years'],
] as const)('%i days are said as %i %s', (days, count, unit) => {
  expect(late(days)).toEqual({ count, unit });
});
