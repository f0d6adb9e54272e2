import { expect, test } from 'vitest';
import { drawn, missing, scrolledTo, scrolledToMiddle } from './windowing';

test('only the rows in sight and a few beyond are drawn, wherever one is among ten thousand', () => {
  expect(drawn(0, 580, 58, 10_000)).toEqual({ from: 0, to: 18 });
  expect(drawn(58 * 5_000 + 10, 580, 58, 10_000)).toEqual({ from: 4_992, to: 5_019 });
  expect(drawn(58 * 10_000 - 580, 580, 58, 10_000)).toEqual({ from: 9_982, to: 10_000 });
});

test('a list that has become shorter than what was scrolled to draws its end', () => {
  expect(drawn(58 * 500, 580, 58, 3)).toEqual({ from: 3, to: 3 });
  expect(drawn(0, 580, 58, 3)).toEqual({ from: 0, to: 3 });
  expect(drawn(0, 580, 58, 0)).toEqual({ from: 0, to: 0 });
});

test('whole pages are asked for, and only those with a missing row in sight', () => {
  const known = (row: number) => row < 100;
  expect(missing({ from: 0, to: 18 }, known)).toBeNull();
  expect(missing({ from: 90, to: 112 }, known)).toEqual({ from: 100, to: 200 });
  expect(missing({ from: 190, to: 212 }, known)).toEqual({ from: 100, to: 300 });
  expect(missing({ from: 0, to: 0 }, () => false)).toBeNull();
});

test('a row is scrolled to only as far as it takes to see it', () => {
  expect(scrolledTo(3, 0, 580, 58)).toBe(0);
  expect(scrolledTo(10, 0, 580, 58)).toBe(58);
  expect(scrolledTo(2, 580, 580, 58)).toBe(116);
});

test('a row that was out of sight is met in the middle, one in sight where it is', () => {
  expect(scrolledToMiddle(3, 58, 580, 58)).toBe(58);
  expect(scrolledToMiddle(100, 58, 580, 58)).toBe(100 * 58 - 261);
  expect(scrolledToMiddle(2, 580, 580, 58)).toBe(0);
});
