import { expect, test } from 'vitest';
import { countryOptions, isInEea } from './countries';

test('countries stand in the order of the language, the two nearest first', () => {
  const labels = countryOptions('sv-SE').map((each) => each.label);
  expect(labels.slice(0, 2)).toEqual(['Sverige', 'Danmark']);
  expect(labels.slice(-2)).toEqual(['Österrike', 'Östtimor']);
  expect(labels).toContain('Indien');
  expect(labels).toHaveLength(250);
  expect(isInEea('no')).toBe(true);
  expect(isInEea('GB')).toBe(false);
});
