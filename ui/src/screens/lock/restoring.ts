import { type CommandError, errorWords } from '../../api/errors';
import { t } from '../../lib/words.svelte';

/** Why what this computer saved last could not be put back: a register that is missing is why one tries. */
export function restoreErrorWords(error: CommandError): { title: string; body: string } {
  return error.code === 'vaultMissing' ? { title: t('lock-restore-none'), body: t('lock-restore-none-body') } : errorWords(error);
}
