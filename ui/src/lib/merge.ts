/** Two people changed the same: what each began with tells who changed what. */

/** What both changed, and not alike. */
export interface Both {
  /** Where: `givenName`, `phones.0`. */
  at: string;
  /** What it was when this form began. */
  begun: unknown;
  /** What is saved by now. */
  there: unknown;
}

type Group = Record<string, unknown>;

/** Values alike; how a figure is written makes no difference. */
export function same(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(value, (key, each: unknown) => (key === 'typed' ? undefined : each));
  return text(one) === text(other);
}

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Group[] => Array.isArray(value) && value.every(isGroup);

/**
 * What `hers` and `there` make of what both `begun` with: what one of them changed is as changed, and what both did is hers,
 * and told. A row of a list is one thing, and so is a group in `whole`.
 */
export function merge(begun: unknown, hers: unknown, there: unknown, whole: readonly string[] = [], at = ''): { value: unknown; both: Both[] } {
  if (same(there, begun) || same(hers, there)) return { value: hers, both: [] };
  if (same(hers, begun)) return { value: there, both: [] };
  const within = (key: string | number) => (at === '' ? String(key) : `${at}.${key}`);
  if (!whole.includes(at) && isGroup(begun) && isGroup(hers) && isGroup(there)) {
    const merged = Object.keys(hers).map((key) => [key, merge(begun[key], hers[key], there[key], whole, within(key))] as const);
    return {
      value: Object.fromEntries(merged.map(([key, { value }]) => [key, value])),
      both: merged.flatMap(([, { both }]) => both),
    };
  }
  if (isRows(begun) && isRows(hers) && isRows(there) && begun.length === hers.length && hers.length === there.length) {
    const rows = hers.map((row, index) => merge(begun[index], row, there[index], [...whole, within(index)], within(index)));
    return { value: rows.map(({ value }) => value), both: rows.flatMap(({ both }) => both) };
  }
  return { value: hers, both: [{ at, begun, there }] };
}

/** Puts a value where `at` says. */
export function put(into: unknown, at: string, value: unknown): void {
  const path = at.split('.');
  const last = path.pop() ?? '';
  const place = path.reduce<unknown>((place, key) => (place as Group | undefined)?.[key], into);
  if (typeof place === 'object' && place !== null) (place as Group)[last] = value;
}

/** Every text in `hers` that does not stand at the same place in `begun`, in order. */
export function textsIn(hers: unknown, begun: unknown): string[] {
  if (typeof hers === 'string') return hers.trim() !== '' && hers !== begun ? [hers] : [];
  if (typeof hers !== 'object' || hers === null) return [];
  const before = typeof begun === 'object' && begun !== null ? (begun as Group) : {};
  return Object.entries(hers).flatMap(([key, value]) => textsIn(value, before[key]));
}
