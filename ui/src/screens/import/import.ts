/** What import asks and how it says what it found. */
import type { CommandError } from '../../api/errors';
import type { AdjustImport } from '../../api/types/AdjustImport';
import type { ImportColumn } from '../../api/types/ImportColumn';
import type { ImportPreview } from '../../api/types/ImportPreview';
import type { Source } from '../../api/types/Source';
import type { Target } from '../../api/types/Target';

/** Everything a column can become, as the choice shows it. */
export const targets: readonly Target[] = [
  'ignore', 'fullName', 'givenName', 'middleName', 'familyName', 'mobile', 'homePhone', 'workPhone', 'otherPhone', 'email',
  'street', 'postcode', 'town', 'postcodeTown', 'country', 'fullAddress', 'workStreet', 'workPostcode', 'workTown', 'workCountry',
  'birthday', 'language', 'tags', 'notes',
];

/** Where a list can come from, the likeliest first. */
export const sources: readonly Source[] = ['import', 'self', 'party', 'referral', 'other'];

/** The words for what stands between the cells. */
export function delimiterKey(delimiter: string): 'import-semicolon' | 'import-comma' | 'import-tab' | 'import-bar' {
  if (delimiter === ';') return 'import-semicolon';
  if (delimiter === '|') return 'import-bar';
  return delimiter === '\t' ? 'import-tab' : 'import-comma';
}

/** The core lists so many problems and no more. */
export const PROBLEMS = 1000;

/** How the core reads the columns now, as it is told it. */
export function readingOf({ columns, dateOrder }: ImportPreview): AdjustImport {
  return { targets: columns.map(({ target }) => target), dateOrder };
}

/** Why a list is refused whole, or null when something else went wrong. A file can be too large to be opened at all. */
export function refusalOf(error: CommandError) {
  const rule = error.code === 'fileFailed' ? error.fields[0]?.rule : error.ruleOf('file');
  return rule === 'empty' || rule === 'binary' || rule === 'tooLarge' || rule === 'unclosedQuote' ? rule : null;
}

/** The columns that hold something, and those that are wholly empty. */
export function split(columns: readonly ImportColumn[]) {
  const numbered = columns.map((column, index) => ({ column, index }));
  return {
    filled: numbered.filter(({ column }) => column.filled > 0),
    empty: numbered.filter(({ column }) => column.filled === 0),
  };
}
