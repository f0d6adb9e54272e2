import { describe, expect, test } from 'vitest';
import * as format from './format';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('dates stand as each language writes them', () => {
  expect(format.formatDate('2026-11-02', 'sv')).toBe('2026-11-02');
  expect(format.formatDate('2026-11-02', 'da')).toBe('02.11.2026');
  expect(format.formatDate('2026-11-02', 'en')).toBe('2 Nov 2026');
  expect(format.formatDate('2026-09-02', 'en')).toBe('2 Sep 2026');
  expect(format.formatDate('2026-11-22T23:30:00Z', 'sv')).toBe('2026-11-22');
});

test('birthdays need no year, not even on leap day', () => {
  expect(format.formatBirthday({ year: null, month: 3, day: 14 }, 'sv')).toBe('14 mars');
  expect(format.formatBirthday({ year: null, month: 2, day: 29 }, 'sv')).toBe('29 februari');
  expect(format.formatBirthday({ year: 1974, month: 3, day: 14 }, 'da')).toBe('14. marts 1974');
});

describe('typed dates', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    [' 20261122 ', '2026-11-22'],
    ['2026-1-2', '2026-01-02'],
    ['22.11.2026', '2026-11-22'],
    ['22/11 2026', '2026-11-22'],
    ['1.2.26', '2026-02-01'],
    ['1.2.74', '1974-02-01'],
    ['22.11', '2026-11-22'],
    ['23.11', '2025-11-23'],
    ['29.2.2024', '2024-02-29'],
  ])('%s is %s', (typed, iso) => {
    expect(format.parseDate(typed, '2026-11-22')).toBe(iso);
  });

  test.each(['', 'igår', '2026-02-29', '2026-13-01', '31.4.2026', '22.11.20266', '1.2.3.4', '1066-10-14'])(
    '%s is no date',
    (typed) => {
      expect(format.parseDate(typed, '2026-11-22')).toBeNull();
    },
  );
});

describe('typed sums', () => {
  test.each([
    ['1 234,50', 123_450],
    ['1\u00a0234,50', 123_450],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234', 123_400],
    ['12.5', 1_250],
    ['289', 28_900],
    ['289:-', 28_900],
    ['289 kr', 28_900],
    ['289,00 kr.', 28_900],
    ['\u2212289,9', -28_990],
    ['0', 0],
    ['1 000 000,01', 100_000_001],
  ])('%s is %d öre', (typed, ore) => {
    expect(format.parseMoney(typed)).toBe(ore);
  });

  test.each(['', 'kr', '1,2,3', '12,345,6', '--1', '1e5', '99999999999999999', '=1+1'])('%s is no sum', (typed) => {
    expect(format.parseMoney(typed)).toBeNull();
  });

  test('a sum that is shown can be typed back', () => {
    for (const language of ['sv', 'da', 'en'] as const) {
      for (const ore of [0, 5, 28_900, 123_450, -123_450, 9_876_543_21]) {
        expect(format.parseMoney(format.formatAmount(ore, language)), `${language} ${ore}`).toBe(ore);
      }
    }
  });
});

test('money stands as each language writes it', () => {
  expect(plain(format.formatMoney(123_450, 'SEK', 'sv'))).toBe('1 234,50 kr');
  expect(plain(format.formatMoney(123_450, 'DKK', 'da'))).toBe('1.234,50 kr.');
  expect(plain(format.formatMoney(123_450, 'SEK', 'en'))).toBe('SEK 1,234.50');
});

test('days are counted over the change to summer time', () => {
  expect(format.daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(format.relativeDay('2026-11-21', '2026-11-22', 'sv')).toBe('i går');
  expect(format.relativeDay('2026-11-25', '2026-11-22', 'da')).toBe('om 3 dage');
  expect(format.relativeDay('2024-11-20', '2026-11-22', 'en')).toBe('2 years ago');
});

test('sizes stand as people say them', () => {
  expect(plain(format.formatSize(12, 'sv'))).toBe('1 kB');
  expect(plain(format.formatSize(84_400, 'da'))).toBe('84 kB');
  expect(plain(format.formatSize(999_600, 'sv'))).toBe('1 MB');
  expect(plain(format.formatSize(1_234_567, 'sv'))).toBe('1,2 MB');
  expect(plain(format.formatSize(12_345_678, 'en'))).toBe('12.3 MB');
});

test('initials are whole letters in any script', () => {
  expect(format.initials('Åsa', 'öst')).toBe('ÅÖ');
  expect(format.initials('👩‍🦰 Elin', '')).toBe('👩‍🦰');
  expect(format.initials('فاطمة', '')).toBe('ف');
  expect(format.initials('', '')).toBe('–');
});
