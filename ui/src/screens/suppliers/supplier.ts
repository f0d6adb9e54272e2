/** What a supplier's form holds, what the register takes, and the words for what is lacking. */
import { CommandError } from '../../api/errors';
import type { Invalid } from '../../api/types/Invalid';
import type { Missing } from '../../api/types/Missing';
import type { Role } from '../../api/types/Role';
import type { SupplierFields } from '../../api/types/SupplierFields';
import type { SupplierPreset } from '../../api/types/SupplierPreset';
import type { SubProcessor } from '../../api/types/SubProcessor';
import type { SupplierRole } from '../../api/types/SupplierRole';
import type { Term } from '../../api/types/Term';
import type { Work } from '../../api/types/Work';
import { locale, t } from '../../lib/words.svelte';

export const roles: readonly Role[] = ['processor', 'controller', 'jointController', 'subProcessor'];
/** The items of article 28(3), with their letters where they have one. */
export const terms: readonly { term: Term; letter: string }[] = [
  { term: 'subject', letter: '' },
  { term: 'duration', letter: '' },
  { term: 'nature', letter: '' },
  { term: 'data', letter: '' },
  { term: 'duties', letter: '' },
  { term: 'instructions', letter: 'a' },
  { term: 'confidentiality', letter: 'b' },
  { term: 'security', letter: 'c' },
  { term: 'subProcessors', letter: 'd' },
  { term: 'rights', letter: 'e' },
  { term: 'help', letter: 'f' },
  { term: 'return', letter: 'g' },
  { term: 'audits', letter: 'h' },
];

/** Once it is in the form, a day that is missing is empty. */
export type SupplierForm = Omit<SupplierFields, 'acceptedOn'> & { acceptedOn: string };

export const blankRole = (): SupplierRole => ({ role: 'processor', concerns: '' });
export const blankSub = (): SubProcessor => ({ name: '', country: '', safeguard: '' });

/** The form of a supplier, or of a new one. There is always a row to write in. */
export function supplierForm(fields: SupplierFields | null, work: Work = 'other'): SupplierForm {
  if (fields) {
    const copy = structuredClone(fields);
    const subProcessors = copy.subProcessors.length > 0 ? copy.subProcessors : [blankSub()];
    return { ...copy, subProcessors, acceptedOn: copy.acceptedOn ?? '' };
  }
  return {
    name: '',
    work,
    // Who has a page on a social network decides together with it.
    roles: [work === 'social' ? { ...blankRole(), role: 'jointController' } : blankRole()],
    country: '',
    safeguard: '',
    contact: '',
    contactEmail: '',
    agreement: 'none',
    reseller: '',
    acceptedOn: '',
    acceptedBy: '',
    authority: '',
    terms: [],
    subProcessors: [blankSub()],
    retention: '',
    responsibility: '',
    uses: null,
  };
}

/** Puts what is known of a supplier into the form; what is not known stays as it was typed. */
export function begin(form: SupplierForm, preset: SupplierPreset): void {
  form.name = preset.name;
  form.work = preset.work;
  form.roles = structuredClone(preset.roles);
  form.retention = preset.retention;
  form.responsibility = preset.responsibility;
}

/** What the register takes. It leaves blank rows out itself, so that its errors count the rows as they stand on screen. */
export function supplierOf(form: SupplierForm): SupplierFields {
  const refused: Invalid[] = [];
  if (form.name.trim() === '') refused.push({ field: 'name', rule: 'required' });
  if (form.country.trim() === '') refused.push({ field: 'country', rule: 'required' });
  if (refused.length > 0) throw new CommandError('invalid', refused);
  return { ...form, acceptedOn: form.acceptedOn === '' ? null : form.acceptedOn };
}

/** Whether the law asks for an agreement of article 28(3). */
export const isProcessor = ({ roles: held }: Pick<SupplierFields, 'roles'>) => held.some(({ role }) => role === 'processor');

/** So many items are told by name; the form shows the rest. */
const named = 3;

/** One sentence for each thing that is lacking; the items of the agreement share one. */
export function missingWords(missing: readonly Missing[]): string[] {
  const lacking = missing.flatMap((each) => (each.kind === 'term' ? [each.term] : []));
  const sentences: string[] = [];
  let told = false;
  for (const each of missing) {
    if (each.kind === 'safeguard') sentences.push(t('supplier-missing-safeguard', { name: each.name }));
    else if (each.kind !== 'term') sentences.push(t(`supplier-missing-${each.kind}`));
    else if (!told) {
      told = true;
      sentences.push(termsWords(lacking));
    }
  }
  // Two of one name lack the same thing.
  return [...new Set(sentences)];
}

function termsWords(lacking: readonly Term[]): string {
  if (lacking.length === terms.length) return t('supplier-missing-term-all');
  if (lacking.length > named) return t('supplier-missing-terms-many', { count: lacking.length, all: terms.length });
  const names = lacking.map((term) => t('supplier-term-quoted', { name: t(`supplier-term-${term}`) }));
  return t('supplier-missing-terms', { count: lacking.length, names: new Intl.ListFormat(locale()).format(names) });
}
