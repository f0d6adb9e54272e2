import { parse, type Entry, type Message } from '@fluent/syntax';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages, setLanguage, systemLanguage, t } from './words.svelte';

const locales = join(process.cwd(), '../assets/locales');
/** The files whose words the window says; the others are said by documents. */
const windowFiles = [
  'common',
  'errors',
  'setup',
  'lock',
  'policy',
  'today',
  'suppliers',
  'binder',
  'settings',
  'customers',
  'files',
  'import',
  'handover',
  'palette',
  'versions',
  'safety',
  'standing',
  'map',
  'informed',
  'consents',
].map((name) => `${name}.ftl`);

interface Words {
  file: string;
  variables: string[];
}

const isMessage = (entry: Entry): entry is Message => entry.type === 'Message';

function wordsOf(language: string): Map<string, Words> {
  const words = new Map<string, Words>();
  for (const file of readdirSync(join(locales, language)).filter((name) => windowFiles.includes(name))) {
    const source = readFileSync(join(locales, language, file), 'utf8');
    const { body } = parse(source, {});
    const junk = body.filter((entry) => entry.type === 'Junk');
    expect(junk, `${language}/${file} has lines that Fluent cannot read`).toEqual([]);
    for (const entry of body.filter(isMessage)) {
      const key = entry.id.name;
      expect(words.has(key), `${language}: ${key} stands in ${file} and in ${words.get(key)?.file}`).toBe(false);
      const text = source.slice(entry.span?.start, entry.span?.end);
      const variables = [...new Set([...text.matchAll(/\$([a-zA-Z]+)/g)].map((found) => found[1] ?? ''))].sort();
      words.set(key, { file, variables });
    }
  }
  return words;
}

/** The window reads every file: of two words with one name it says the one that comes last. */
test.each([...languages])('a name says one thing in all files (%s)', (language) => {
  const said = new Map<string, string>();
  for (const file of readdirSync(join(locales, language))) {
    const source = readFileSync(join(locales, language, file), 'utf8');
    for (const { id, value } of parse(source, {}).body.filter(isMessage)) {
      const text = source.slice(value?.span?.start, value?.span?.end);
      expect(said.get(id.name) ?? text, `${id.name} in ${file}`).toBe(text);
      said.set(id.name, text);
    }
  }
});

const all = Object.fromEntries(languages.map((language) => [language, wordsOf(language)]));
const swedish = all['sv'] ?? new Map<string, Words>();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.(svelte|ts)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const code = sources(join(process.cwd(), 'src')).join('\n');
const said = new Set([...code.matchAll(/\b(?:t\(|wordsIn\([\w.]+, )'([^']+)'/g)].map((found) => found[1] ?? ''));
const quoted = new Set([...code.matchAll(/'([a-z][\w-]*)'/gi)].map((found) => found[1] ?? ''));
const begun = new Set([...code.matchAll(/\b(?:t\(|wordsIn\([\w.]+, )`([^`$]+)\$\{/g)].map((found) => found[1] ?? ''));

test('every language has the same words, in the same files, with the same variables', () => {
  for (const language of languages) {
    const words = all[language] ?? new Map<string, Words>();
    expect([...words.keys()].sort(), language).toEqual([...swedish.keys()].sort());
    for (const [key, value] of swedish) expect(words.get(key), `${language}: ${key}`).toEqual(value);
  }
});

test('every word that is said exists', () => {
  expect(said.size).toBeGreaterThan(50);
  expect([...said].filter((key) => !swedish.has(key))).toEqual([]);
  expect([...begun].filter((start) => ![...swedish.keys()].some((key) => key.startsWith(start)))).toEqual([]);
});

test('every word that exists is said', () => {
  const unsaid = [...swedish.keys()].filter(
    (key) => !quoted.has(key) && ![...begun].some((start) => key.startsWith(start)),
  );
  expect(unsaid).toEqual([]);
});

test('words change at once and carry no marks of direction', () => {
  setLanguage('da');
  expect(t('page-of', { page: 1, pages: 2 })).toBe('Side 1 af 2');
  expect(document.documentElement.lang).toBe('da');
  setLanguage('sv');
  expect(t('page-of', { page: 1, pages: 2 })).toBe('Sida 1 av 2');
});

test('the system’s language is taken when Kundbok speaks it', () => {
  expect(systemLanguage(['nb-NO', 'da-DK', 'sv'])).toBe('da');
  expect(systemLanguage(['SV-fi'])).toBe('sv');
  expect(systemLanguage(['fi-FI'])).toBe('en');
});
