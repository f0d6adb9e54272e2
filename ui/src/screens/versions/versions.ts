/** The time line's words and order. */
import type { Difference } from '../../api/types/Difference';
import type { GenerationView } from '../../api/types/GenerationView';
import { type CommandError, errorWords } from '../../api/errors';
import { dayOf, formatCount, formatDate, formatTime } from '../../lib/format';
import { language, locale, t } from '../../lib/words.svelte';

/** Names said in a sentence; the others are counted. */
const NAMED = 3;

export interface Day {
  /** `2026-11-22`. */
  on: string;
  versions: GenerationView[];
}

/** Versions by the day they were saved, in the order they come. */
export function byDay(versions: readonly GenerationView[]): Day[] {
  const days: Day[] = [];
  for (const version of versions) {
    const on = dayOf(version.savedAt);
    const day = days.at(-1);
    if (day?.on === on) day.versions.push(version);
    else days.push({ on, versions: [version] });
  }
  return days;
}

/** `2026-11-22 kl. 14:32`. */
export function whenWords(instant: string): string {
  return t('versions-when', { date: formatDate(dayOf(instant), language()), time: formatTime(instant, language()) });
}

/** `412 kunder`. */
export function customersWords(count: number): string {
  return t('versions-customers', { count, figure: formatCount(count, language()) });
}

/** `Elin Bergdahl, Åsa Öst, Karin Almgren och 12 till`: names of any script, each kept to itself. */
export function namesWords(people: readonly Difference[]): string {
  return listWords(people.map(({ name }) => `\u2068${name || t('versions-nameless')}\u2069`));
}

/** The first of them in a sentence, and how many more there are. */
export function listWords(all: readonly string[]): string {
  const words = all.length === NAMED + 1 ? [...all] : all.slice(0, NAMED);
  const others = all.length - words.length;
  if (others > 0) words.push(t('versions-others', { figure: formatCount(others, language()) }));
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}

/** Why a version cannot be opened: the register that is open is unharmed by it. */
export function versionErrorWords(error: CommandError): { title: string; body: string } {
  const own = error.code === 'vaultDamaged' || error.code === 'wrongRecoveryKey' || error.code === 'notFound';
  return own ? { title: t(`versions-error-${error.code}`), body: t('versions-error-body') } : errorWords(error);
}
