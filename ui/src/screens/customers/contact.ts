/** What a contact's form holds, and what the register takes. */
import { CommandError } from '../../api/errors';
import type { ContactFields } from '../../api/types/ContactFields';
import type { Invalid } from '../../api/types/Invalid';

export const contactForm = (fields: ContactFields | null, today: string): ContactFields =>
  fields ? { ...fields } : { happenedOn: today, channel: 'phone', summary: '' };

/** What the register takes; a day that is missing never reaches it. */
export function contactOf(form: ContactFields): ContactFields {
  const refused: Invalid[] = [];
  if (form.happenedOn === '') refused.push({ field: 'happenedOn', rule: 'required' });
  if (form.summary.trim() === '') refused.push({ field: 'summary', rule: 'required' });
  if (refused.length > 0) throw new CommandError('invalid', refused);
  return form;
}
