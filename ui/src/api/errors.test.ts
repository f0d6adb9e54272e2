import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages, wordsIn } from '../lib/words.svelte';

/** The members of a generated union of words. */
function membersOf(type: string): string[] {
  const source = readFileSync(`src/api/types/${type}.ts`, 'utf8');
  return [...(source.split('export type')[1] ?? '').matchAll(/"(\w+)"/g)].map((found) => found[1] ?? '');
}

test('every code and every rule has its words in every language', () => {
  const keys = [
    ...membersOf('Code').flatMap((code) => [`error-${code}`, `error-${code}-body`]),
    ...membersOf('Rule').flatMap((rule) => [`rule-${rule}`, `reason-${rule}`]),
  ];
  expect(keys.length).toBeGreaterThan(50);
  for (const language of languages) {
    expect(keys.filter((key) => wordsIn(language, key) === key), language).toEqual([]);
  }
});

test('no error raises its voice', () => {
  for (const language of languages) {
    for (const code of membersOf('Code')) {
      const words = `${wordsIn(language, `error-${code}`)} ${wordsIn(language, `error-${code}-body`)}`;
      expect(words).not.toMatch(/!|oops|hoppsan|ups\b/i);
    }
  }
});
