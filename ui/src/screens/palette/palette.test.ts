import { describe, expect, it } from 'vitest';
import { matching, step } from './palette';

describe('the palette', () => {
  it('finds actions by every word typed, in any case', () => {
    const actions = [{ words: 'Ny kund' }, { words: 'Till kunderna' }, { words: 'Lås' }];
    expect(matching(actions, 'KUND')).toHaveLength(2);
    expect(matching(actions, 'kund ny')).toEqual([{ words: 'Ny kund' }]);
    expect(matching(actions, ' ')).toHaveLength(3);
    expect(matching(actions, 'moln')).toEqual([]);
  });

  it('goes round the ends and stays out of an empty list', () => {
    expect(step(2, 1, 3)).toBe(0);
    expect(step(0, -1, 3)).toBe(2);
    expect(step(0, 1, 0)).toBe(-1);
  });
});
