/** What is said of clauses. */
import type { CommandError } from '../../api/errors';
import { ruleWords } from '../../api/errors';
import type { Clause } from '../../api/types/Clause';
import { t } from '../../lib/words.svelte';

/** Items of the regulation as each language writes them. */
export function lawItems(clause: Clause): string {
  return clause.law
    .map((item) => {
      const [, article = '', paragraph = '', letter = ''] = /^(\d+)\.(\d+)(?: (\w))?$/.exec(item) ?? [];
      return letter ? t('law-item', { article, paragraph, letter }) : t('law-item-whole', { article, paragraph });
    })
    .join(', ');
}

/** Whether it stands in the policy. */
export const isIn = (clause: Clause) => clause.isWanted && !clause.isLeftOut;

/** Title and introduction: it can be rewritten, and stays where it is. */
export const isOpening = (clause: Clause) => clause.name === 'opening';

/** What is wrong with a field of a clause; for the text with the line where it is. */
export function wrongIn(error: CommandError | null, field: 'heading' | 'text'): string | null {
  const refused = error?.fields.find((each) => each.field.startsWith(`content.${field}`));
  if (!refused) return null;
  const line = /\.(\d+)$/.exec(refused.field)?.[1];
  const reason = ruleWords(refused.rule);
  return line ? t('clause-line', { line, reason }) : reason;
}
