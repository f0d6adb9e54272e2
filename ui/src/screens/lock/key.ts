/** The recovery key as one types it, and what is wrong with it. */
import { errorWords, ruleWords, type CommandError } from '../../api/errors';

/** The key as the core reads it. */
export function readKey(typed: string): string {
  return typed.replace(/\s/g, '').toUpperCase();
}

/** What stands at the field, and what stands apart as it is not the key's fault. */
export function keyErrors(
  error: CommandError | null,
  apart: (error: CommandError) => { title: string; body: string } = errorWords,
): { field: string | null; other: { title: string; body: string } | null } {
  if (!error) return { field: null, other: null };
  if (error.code === 'wrongRecoveryKey') {
    const { title, body } = errorWords(error);
    return { field: `${title}. ${body}`, other: null };
  }
  const rule = error.code === 'invalid' ? error.fields[0]?.rule : undefined;
  return rule ? { field: ruleWords(rule), other: null } : { field: null, other: apart(error) };
}
