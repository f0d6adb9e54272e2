/** The words of the app: Fluent, the same `.ftl` tree as the Rust side reads. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from '../api/types/Language';

export const languages: readonly Language[] = ['sv', 'da', 'en'];

const sources = import.meta.glob<string>('../../../assets/locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const locales: Record<Language, string> = { sv: 'sv-SE', da: 'da-DK', en: 'en-GB' };

function bundleOf(language: Language): FluentBundle {
  const bundle = new FluentBundle(locales[language], { useIsolating: false });
  for (const [path, source] of Object.entries(sources)) {
    if (path.includes(`/locales/${language}/`)) bundle.addResource(new FluentResource(source));
  }
  return bundle;
}

const bundles: Record<Language, FluentBundle> = { sv: bundleOf('sv'), da: bundleOf('da'), en: bundleOf('en') };

const chosen = $state<{ language: Language }>({ language: 'sv' });

/** The language of the window. Reading it in a component follows a change at once. */
export function language(): Language {
  return chosen.language;
}

/** The BCP 47 tag that dates, figures and collation follow. */
export function locale(): string {
  return locales[chosen.language];
}

export function setLanguage(next: Language): void {
  chosen.language = next;
  document.documentElement.lang = next;
}

/** What the system asks for, when Kundbok speaks it; otherwise English. */
export function systemLanguage(preferred: readonly string[] = navigator.languages): Language {
  for (const tag of preferred) {
    const found = languages.find((each) => tag.toLowerCase().split('-')[0] === each);
    if (found) return found;
  }
  return 'en';
}

/** The words of a key. A key without words is shown as itself, so that a gap is seen; a test keeps the gaps out. */
export function t(key: string, vars?: Record<string, FluentVariable>): string {
  return wordsIn(chosen.language, key, vars);
}

/** The same in a given language, whatever the window's. */
export function wordsIn(lang: Language, key: string, vars?: Record<string, FluentVariable>): string {
  const bundle = bundles[lang];
  const message = bundle.getMessage(key);
  return message?.value ? bundle.formatPattern(message.value, vars ?? null, []) : key;
}

/** Whether a key has words; every language has the same keys. */
export function hasWords(key: string): boolean {
  return bundles.sv.hasMessage(key);
}
