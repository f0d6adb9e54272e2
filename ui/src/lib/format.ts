/** Dates, money and counts as people of each language write them, and back. Dates are ISO strings (`2026-11-22`), money is öre. */
import type { Birthday } from '../api/types/Birthday';
import type { Currency } from '../api/types/Currency';
import type { Language } from '../api/types/Language';

const tags: Record<Language, string> = { sv: 'sv-SE', da: 'da-DK', en: 'en-GB' };

interface Day {
  year: number;
  month: number;
  day: number;
}

function parts(iso: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : null;
}

const pad = (figure: number, width = 2) => String(figure).padStart(width, '0');

const toIso = ({ year, month, day }: Day) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

const utc = ({ year, month, day }: Day) => new Date(Date.UTC(year, month - 1, day));

const exists = ({ year, month, day }: Day) => {
  const date = utc({ year, month, day });
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** `2026-11-22` in Swedish, `22.11.2026` in Danish, `22 Nov 2026` in English. */
export function formatDate(iso: string, language: Language): string {
  const day = parts(iso);
  if (!day) return iso;
  if (language === 'sv') return toIso(day);
  if (language === 'da') return `${pad(day.day)}.${pad(day.month)}.${pad(day.year, 4)}`;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(utc(day))
    .replace('Sept', 'Sep');
}

/** `14 mars`, and with the year when it is known. */
export function formatBirthday({ year, month, day }: Birthday, language: Language): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' };
  if (year !== null) options.year = 'numeric';
  // 2000 is a leap year: 29 February exists in it.
  return new Intl.DateTimeFormat(tags[language], options).format(utc({ year: year ?? 2000, month, day }));
}

/** `mars 2023`. */
export function formatMonth(iso: string, language: Language): string {
  const day = parts(iso);
  if (!day) return iso;
  return new Intl.DateTimeFormat(tags[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(day));
}

/** `14:32` (`14.32` in Danish), in the computer's own time zone. */
export function formatTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(tags[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** The day of an instant (`2026-11-22`), in the computer's own time zone. */
export function dayOf(instant: string): string {
  return today(new Date(instant));
}

/** This moment (RFC 3339, UTC). */
export function now(): string {
  return new Date().toISOString();
}

/** Today where the computer is. */
export function today(instant: Date = new Date()): string {
  return toIso({ year: instant.getFullYear(), month: instant.getMonth() + 1, day: instant.getDate() });
}

/** Whole days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [parts(from), parts(to)];
  return a && b ? Math.round((utc(b).getTime() - utc(a).getTime()) / 86_400_000) : 0;
}

/** `idag`, `igår`, `för 3 dagar sedan`, `om 2 veckor`. */
export function relativeDay(iso: string, from: string, language: Language): string {
  const days = daysBetween(from, iso);
  const far = Math.abs(days);
  const format = new Intl.RelativeTimeFormat(tags[language], { numeric: 'auto' });
  if (far < 14) return format.format(days, 'day');
  if (far < 60) return format.format(Math.trunc(days / 7), 'week');
  if (far < 730) return format.format(Math.trunc(days / 30.44), 'month');
  return format.format(Math.trunc(days / 365.25), 'year');
}

/**
 * A typed date as ISO, or null. Takes `2026-11-22`, `20261122`, `22.11.2026`, `22/11 2026`, `22-11-26`, and without a year the
 * latest such day up to `last`. Two figures of the year mean the hundred years up to the end of this one.
 */
export function parseDate(text: string, last: string): string | null {
  const typed = text.trim();
  const current = Number(last.slice(0, 4));
  const ymd = /^(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})$/.exec(typed);
  if (ymd) return checked({ year: Number(ymd[1]), month: Number(ymd[2]), day: Number(ymd[3]) });
  const dmy = /^(\d{1,2})[-./ ]+(\d{1,2})(?:[-./ ]+(\d{4}|\d{2}))?$/.exec(typed);
  if (!dmy) return null;
  const [day, month] = [Number(dmy[1]), Number(dmy[2])];
  if (dmy[3] === undefined) {
    const thisYear = checked({ year: current, month, day });
    return thisYear !== null && thisYear <= last ? thisYear : checked({ year: current - 1, month, day });
  }
  let year = Number(dmy[3]);
  if (dmy[3].length === 2) {
    year += 100 * Math.floor(current / 100);
    if (year > current) year -= 100;
  }
  return checked({ year, month, day });
}

function checked(day: Day): string | null {
  return day.year >= 1900 && exists(day) ? toIso(day) : null;
}

/** `1 234,50 kr`, `1.234,50 kr.` or `SEK 1,234.50`, as each language writes it. */
export function formatMoney(ore: number, currency: Currency, language: Language): string {
  const home = (language === 'sv' && currency === 'SEK') || (language === 'da' && currency === 'DKK');
  return new Intl.NumberFormat(tags[language], {
    style: 'currency',
    currency,
    currencyDisplay: home ? 'narrowSymbol' : 'code',
  }).format(ore / 100);
}

/** The bare sum, as one types it in a field: `1 234,50`. */
export function formatAmount(ore: number, language: Language): string {
  return new Intl.NumberFormat(tags[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ore / 100);
}

/**
 * A typed sum in öre, or null. `,` or `.` with one or two figures after it marks the öre; with three it groups, as spaces do,
 * and then only the other sign can mark the öre: `1 234,50`, `1.234,50`, `1,234.50`, `289`, `289:-`, `289 kr`.
 */
export function parseMoney(text: string): number | null {
  const typed = text
    .normalize('NFKC')
    .replace(/(?:kr\.?|sek|dkk|:-)\s*$/i, '')
    .replace(/[\s']/g, '')
    .replace(/^[\u2212\u2013]/, '-');
  const found =
    /^(-?)(\d+)(?:[.,:](\d{1,2}))?$/.exec(typed) ??
    /^(-?)(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(typed) ??
    /^(-?)(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(typed);
  if (!found) return null;
  const kronor = Number((found[2] ?? '').replace(/[.,]/g, ''));
  const ore = kronor * 100 + Number((found[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(ore)) return null;
  return found[1] === '-' && ore !== 0 ? -ore : ore;
}

/** `10 000`, grouped as each language does. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(tags[language], { maximumFractionDigits: 0, useGrouping: true }).format(count);
}

/** `84 kB`, `1,2 MB`: how much room a file takes, of its bytes. */
export function formatSize(bytes: number, language: Language): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1_000));
  const [figure, unit, digits] = kilobytes < 1_000 ? [kilobytes, 'kilobyte', 0] : [bytes / 1_000_000, 'megabyte', 1];
  return new Intl.NumberFormat(tags[language], { style: 'unit', unit, maximumFractionDigits: digits }).format(figure);
}

/** Two letters for a person without a picture: the first of the given and of the family name, whole as people see letters. */
export function initials(givenName: string, familyName: string): string {
  const first = (name: string) => {
    const [found] = new Intl.Segmenter().segment(name.trim());
    return found?.segment.toLocaleUpperCase() ?? '';
  };
  return first(givenName) + first(familyName) || '–';
}
