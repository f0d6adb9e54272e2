import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8').replace(/\/\*.*?\*\//gs, '');

function declarations(start: string): string[] {
  const from = css.indexOf(start);
  expect(from, start).toBeGreaterThan(-1);
  const block = css.slice(css.indexOf('{', from + start.length - 1) + 1, css.indexOf('}', from));
  return [...block.matchAll(/([\w-]+):\s*([^;]+);/g)].map((found) => `${found[1]}: ${found[2]}`).sort();
}

test('the dark that the system asks for is the dark that one chooses', () => {
  const chosen = declarations(':root[data-theme="dark"] {');
  expect(chosen.length).toBeGreaterThan(25);
  const bySystem = css.slice(css.indexOf('@media (prefers-color-scheme: dark)'));
  const inner = bySystem.slice(bySystem.indexOf('[data-theme="light"]) {') + 23);
  const found = [...inner.slice(0, inner.indexOf('}')).matchAll(/([\w-]+):\s*([^;]+);/g)].map((each) => `${each[1]}: ${each[2]}`);
  expect(found.sort()).toEqual(chosen);
});

/** Relative luminance and contrast of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const c = parseInt(hex.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

test('text and controls hold their contrast on each ground, light and dark', () => {
  for (const theme of [':root {', ':root[data-theme="dark"] {']) {
    const tokens = Object.fromEntries(declarations(theme).map((each) => each.split(': ') as [string, string]));
    const of = (name: string) => tokens[`--${name}`] ?? '';
    for (const [ink, grounds, least] of [
      ['ink', ['surface', 'canvas', 'tint', 'raised', 'due-tint'], 4.5],
      ['ink-2', ['surface', 'canvas', 'well', 'tint', 'raised', 'due-tint', 'danger-tint'], 4.5],
      ['ink-3', ['surface', 'canvas', 'well', 'hover', 'tint'], 4.5],
      ['accent', ['surface', 'canvas', 'tint', 'hover'], 4.5],
      ['danger', ['surface', 'canvas', 'danger-tint'], 4.5],
      ['due', ['surface', 'due-tint'], 4.5],
      ['on-accent', ['accent', 'accent-hover'], 4.5],
      ['on-danger', ['danger', 'danger-hover'], 4.5],
      ['edge', ['surface', 'canvas', 'well', 'raised'], 3],
      ['focus', ['surface', 'canvas', 'tint', 'raised'], 3],
    ] as const) {
      for (const ground of grounds) {
        expect(contrast(of(ink), of(ground)), `${theme} ${ink} on ${ground}`).toBeGreaterThanOrEqual(least);
      }
    }
  }
});
