/** What a command refuses with, and its words. */
import { t } from '../lib/words.svelte';
import type { Code } from './types/Code';
import type { Invalid } from './types/Invalid';
import type { Rule } from './types/Rule';

export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** A change that could not be saved: the top of the window says it, and goes on saying it until one can. */
  saidAbove = false;

  constructor(
    readonly code: Code,
    readonly fields: readonly Invalid[] = [],
    /** The computer that it is about, if it is about one and its system has a name for it. */
    readonly computer = '',
  ) {
    super(code);
  }

  /** The rule that a field breaks, or null. */
  ruleOf(field: string): Rule | null {
    return this.fields.find((each) => each.field === field)?.rule ?? null;
  }

  /** The words for a field's error, or null when the field is well. */
  wordsFor(field: string): string | null {
    const rule = this.ruleOf(field);
    return rule ? ruleWords(rule) : null;
  }
}

export function toCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  const wire = thrown as { code?: Code; fields?: Invalid[]; computer?: string } | null | undefined;
  return typeof wire === 'object' && wire !== null && typeof wire.code === 'string'
    ? new CommandError(wire.code, wire.fields ?? [], wire.computer)
    : new CommandError('internal');
}

/** Those that a disk or a file is the reason of. */
const withReason: readonly Code[] = ['saveFailed', 'fileFailed', 'settingsFailed'];

/** What happened, and what is safe and what to do. Files and disks say why by their first rule. */
export function errorWords(error: CommandError): { title: string; body: string } {
  const reason = error.fields[0]?.rule;
  const body = t(`error-${error.code}-body`);
  return {
    title: t(`error-${error.code}`, { computer: error.computer || t('standing-nameless') }),
    body: reason && withReason.includes(error.code) ? `${t(`reason-${reason}`)} ${body}` : body,
  };
}

/** Why a field was refused, to stand under it. */
export function ruleWords(rule: Rule): string {
  return t(`rule-${rule}`);
}
