/** What a customer's form holds, and what the register takes: names, phones, birthday. */
import { CommandError } from '../../api/errors';
import type { Address } from '../../api/types/Address';
import type { Birthday } from '../../api/types/Birthday';
import type { CustomerFields } from '../../api/types/CustomerFields';
import type { Email } from '../../api/types/Email';
import type { Invalid } from '../../api/types/Invalid';
import type { Label } from '../../api/types/Label';
import type { Language } from '../../api/types/Language';
import type { Phone } from '../../api/types/Phone';
import type { Source } from '../../api/types/Source';

export const labels: readonly Label[] = ['mobile', 'home', 'work', 'other'];
export const sources: readonly Source[] = ['self', 'party', 'referral', 'import', 'other'];

/** At most so many of each. */
export const most = { phones: 20, emails: 20, addresses: 10, tags: 50 } as const;

/** As the fields stand on screen: a choice not made and a figure not typed are empty. */
export interface CustomerForm {
  givenName: string;
  familyName: string;
  phones: Phone[];
  emails: Email[];
  addresses: Address[];
  birthday: { day: string; month: string; year: string };
  language: Language | '';
  source: Source | '';
  sourceDetail: string;
  tags: string[];
  notes: string;
}

export const blankPhone = (): Phone => ({ label: 'mobile', number: '' });
export const blankEmail = (): Email => ({ label: 'home', address: '' });
export const blankAddress = (): Address => ({ label: 'home', street: '', postcode: '', town: '', country: '' });

/** A form with one row of each to begin with; a new customer's when `fields` is null. */
export function formOf(fields: CustomerFields | null, name: { givenName: string; familyName: string }): CustomerForm {
  const { phones, emails, addresses, birthday } = fields ?? { phones: [], emails: [], addresses: [], birthday: null };
  return {
    givenName: fields?.givenName ?? name.givenName,
    familyName: fields?.familyName ?? name.familyName,
    phones: phones.length > 0 ? phones.map((each) => ({ ...each })) : [blankPhone()],
    emails: emails.length > 0 ? emails.map((each) => ({ ...each })) : [blankEmail()],
    addresses: addresses.length > 0 ? addresses.map((each) => ({ ...each })) : [blankAddress()],
    birthday: {
      day: birthday ? String(birthday.day) : '',
      month: birthday ? String(birthday.month) : '',
      year: birthday?.year ? String(birthday.year) : '',
    },
    language: fields?.language ?? '',
    source: fields?.source ?? '',
    sourceDetail: fields?.sourceDetail ?? '',
    tags: [...(fields?.tags ?? [])],
    notes: fields?.notes ?? '',
  };
}

/** The typed birthday; `null` when nothing is typed, `undefined` when it cannot be read. */
function birthdayOf({ day, month, year }: CustomerForm['birthday']): Birthday | null | undefined {
  const typed = [day, month, year].map((each) => each.trim());
  if (typed.every((each) => each === '')) return null;
  const [d = '', m = '', y = ''] = typed;
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^(\d{4})?$/.test(y)) return undefined;
  return { day: Number(d), month: Number(m), year: y === '' ? null : Number(y) };
}

/** What the register takes. Rows left blank are left out there, so that its errors count the rows as they stand on screen. */
export function customerOf(form: CustomerForm): CustomerFields {
  const { birthday: typed, source, language, ...rest } = form;
  const birthday = birthdayOf(typed);
  const refused: Invalid[] = [];
  if (form.givenName.trim() === '' && form.familyName.trim() === '') refused.push({ field: 'givenName', rule: 'required' });
  if (birthday === undefined) refused.push({ field: 'birthday', rule: 'unreadable' });
  if (source === '') refused.push({ field: 'source', rule: 'required' });
  if (birthday === undefined || source === '' || refused.length > 0) throw new CommandError('invalid', refused);
  return { ...rest, birthday, source, language: language === '' ? null : language };
}

/** The same refusal without what was said about a list's rows: they count otherwise once one is taken away. */
export function withoutRows(error: CommandError | null, list: string): CommandError | null {
  return error && new CommandError(error.code, error.fields.filter(({ field }) => !field.startsWith(`${list}.`)));
}

/** A typed query as a name to begin with: the last word is the family name. Figures and signs of mail are no name. */
export function nameIn(query: string): { givenName: string; familyName: string } | null {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0 || /[\d@]/.test(query)) return null;
  const risen = words.map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1));
  return risen.length === 1
    ? { givenName: risen[0] ?? '', familyName: '' }
    : { givenName: risen.slice(0, -1).join(' '), familyName: risen.at(-1) ?? '' };
}

/** Both names as one, whichever there are. */
export const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  [givenName, familyName].filter(Boolean).join(' ');
