/** Countries that a supplier may keep data in (ISO 3166-1 alpha-2, and XK). */
import { hasWords } from './words.svelte';

/** The European Economic Area (the EU's 27, Iceland, Liechtenstein, Norway): no safeguard of chapter V is needed there. */
const eea =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Every country that the documents have a name for. */
const all = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => hasWords(`country-${code}`));

export function isInEea(country: string): boolean {
  return eea.includes(country.trim().toUpperCase());
}

export function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code.toUpperCase()) ?? code;
  } catch {
    // Not the form of a country code: shown as it was written.
    return code;
  }
}

/** The countries to choose from, sorted as the language does; the two that Kundbok knows best come first. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const order = new Intl.Collator(locale);
  const named = (codes: string[]) => codes.map((value) => ({ value, label: names.of(value) ?? value }));
  const rest = named(all.filter((code) => code !== 'SE' && code !== 'DK'));
  return [...named(['SE', 'DK']), ...rest.sort((a, b) => order.compare(a.label, b.label))];
}
