import { describe, expect, it } from 'vitest';
import { CommandError } from '../../api/errors';
import type { ImportColumn } from '../../api/types/ImportColumn';
import { delimiterKey, refusalOf, sources, split, targets } from './import';

describe('import', () => {
  it('says what is wrong with a file, and only with a file', () => {
    const refused = (field: string, rule: 'empty' | 'binary' | 'failed') => refusalOf(new CommandError('invalid', [{ field, rule }]));
    expect(refused('file', 'empty')).toBe('empty');
    expect(refused('file', 'binary')).toBe('binary');
    expect(refused('file', 'failed')).toBeNull();
    expect(refused('sourceDetail', 'empty')).toBeNull();
  });

  it('names what stands between the cells', () => {
    expect([';', ',', '\t', '|'].map(delimiterKey)).toEqual(['import-semicolon', 'import-comma', 'import-tab', 'import-bar']);
  });

  it('folds away empty columns without losing their places', () => {
    const column = (heading: string, filled: number): ImportColumn => ({ heading, filled, target: 'ignore', samples: [], governmentId: false });
    const { filled, empty } = split([column('Fax', 0), column('Namn', 3), column('ISDN', 0)]);
    expect(filled.map(({ index }) => index)).toEqual([1]);
    expect(empty.map(({ index }) => index)).toEqual([0, 2]);
  });

  it('offers each choice once', () => {
    expect(new Set(targets).size).toBe(24);
    expect(new Set(sources).size).toBe(sources.length);
  });
});
