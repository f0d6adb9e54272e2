/** What the lock opens, with the passphrase or with the key on the recovery sheet. */
import * as commands from '../../api/commands';
import { type CommandError, errorWords } from '../../api/errors';
import type { Unlocked } from '../../api/types/Unlocked';
import { t } from '../../lib/words.svelte';

/** What lies in the register's folder, what this computer saved last, or a backup that was chosen. */
export type Source = 'folder' | 'computer' | 'backup';

interface Opening {
  passphrase: (passphrase: string) => Promise<Unlocked>;
  key: (key: string) => Promise<Unlocked>;
}

export const openings: Record<Source, Opening> = {
  folder: { passphrase: commands.unlock, key: commands.unlockWithRecoveryKey },
  computer: { passphrase: commands.restoreRegister, key: commands.restoreRegisterWithRecoveryKey },
  backup: { passphrase: commands.restoreBackup, key: commands.restoreBackupWithRecoveryKey },
};

/** What is about to happen, where a register is put back. */
export function restoreWords(source: 'computer' | 'backup'): { title: string; lead: string } {
  return source === 'computer'
    ? { title: t('lock-restore-title'), lead: t('lock-restore-lead') }
    : { title: t('lock-backup-title'), lead: t('lock-backup-lead') };
}

/** The file is there and cannot be used: a backup may take its place. */
export function isDamage(error: CommandError): boolean {
  return error.code === 'vaultDamaged' || error.code === 'fileFailed';
}

/** Why it did not open. A register that is missing is why one puts it back, so it is not said again. */
export function openErrorWords(error: CommandError, source: Source): { title: string; body: string } {
  if (source === 'computer' && error.code === 'vaultMissing') {
    return { title: t('lock-restore-none'), body: t('lock-restore-none-body') };
  }
  if (source !== 'backup') return errorWords(error);
  switch (error.code) {
    case 'vaultDamaged':
    case 'vaultReplaced':
      return { title: t('lock-backup-damaged'), body: t('lock-backup-damaged-body') };
    case 'notAllowed':
      return { title: t('lock-backup-occupied'), body: t('lock-backup-occupied-body') };
    case 'saveFailed': {
      const rule = error.fields[0]?.rule;
      const body = t('lock-backup-unsaved-body');
      return { title: t('lock-backup-unsaved'), body: rule ? `${t(`reason-${rule}`)} ${body}` : body };
    }
    default:
      return errorWords(error);
  }
}

/** Why a chosen file cannot be come back from. */
export function backupFileErrorWords(error: CommandError): { title: string; body: string } {
  const rule = error.fields[0]?.rule;
  return error.code === 'fileFailed' && rule !== 'gone' && rule !== 'readOnly' && rule !== 'held'
    ? { title: t('lock-backup-unreadable'), body: t('lock-backup-unreadable-body') }
    : errorWords(error);
}
