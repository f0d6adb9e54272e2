/** What is no customer's, in words: what it is called, and what stands in it. */
import type { EntryDifference } from '../../api/types/EntryDifference';
import type { EntryId } from '../../api/types/EntryId';
import type { EntryValue } from '../../api/types/EntryValue';
import { formatDate } from '../../lib/format';
import { language, t } from '../../lib/words.svelte';

const kinds = ['business', 'clause', 'activity', 'supplier', 'consent_text', 'policy_address'];

export const keyOf = ({ table, id, mark }: EntryId) => `${table} ${id} ${mark}`;

/** `Leverantör: Byrån`. */
export function entryName({ id: { table }, name }: EntryDifference): string {
  const kind = kinds.includes(table) ? table.replace('_', '-') : 'other';
  return t(`versions-entry-${kind}`, { name: `\u2068${name}\u2069` });
}

/** What a column is called where it can be changed. A language, and which text it is, say so themselves. */
const labels: Record<string, string> = {
  'business.name': 'business-name',
  'business.owner_name': 'business-owner',
  'business.street': 'business-street',
  'business.postcode': 'business-postcode',
  'business.town': 'business-town',
  'business.country': 'business-country',
  'business.phone': 'business-phone',
  'business.email': 'business-email',
  'business.website': 'business-website',
  'supplier.name': 'supplier-name',
  'supplier.work': 'supplier-work',
  'supplier.country': 'supplier-country',
  'supplier.safeguard': 'supplier-safeguard',
  'supplier.contact': 'supplier-contact',
  'supplier.contact_email': 'supplier-contact-email',
  'supplier.agreement': 'supplier-agreement-how',
  'supplier.reseller': 'supplier-reseller',
  'supplier.accepted_on': 'supplier-accepted-on',
  'supplier.accepted_by': 'supplier-accepted-by',
  'supplier.authority': 'supplier-authority',
  'supplier.retention': 'supplier-retention',
  'supplier.responsibility': 'supplier-responsibility',
  'sub_processor.country': 'supplier-country',
  'sub_processor.safeguard': 'supplier-safeguard',
  'activity_supplier.activity_id': 'supplier-uses',
  'activity.answer': 'versions-entry-answer',
  'activity.basis': 'map-basis',
  'activity.retention': 'map-retention',
  'activity.need': 'map-need',
  'activity.categories': 'map-kinds',
  'activity.subjects': 'map-subjects',
  'activity.places': 'map-places',
  'clause.left_out': 'versions-entry-left-out',
  'consent_text.valid_from': 'versions-entry-valid-from',
  'consent_text.sv': 'language-sv',
  'consent_text.da': 'language-da',
  'consent_text.en': 'language-en',
};

/** The texts of a use by their names. */
const texts: Record<string, string> = {
  name: 'map-name',
  purpose: 'map-purpose',
  data: 'map-own-data',
  interest: 'map-interest',
  necessity: 'map-necessity',
  balance: 'map-balance',
};

/** What the words of a closed list are said with. */
const lists: Record<string, (word: string) => string> = {
  'supplier.work': (word) => t(`work-${word}`),
  'supplier.agreement': (word) => t(`supplier-agreement-${word}`),
  'supplier.terms': (word) => t(`supplier-term-${word}`),
  'supplier_role.role': (word) => t(`supplier-role-${word}`),
  'activity.basis': (word) => t(`map-basis-${word}`),
  'activity.need': (word) => t(`map-need-${word}`),
  'activity.retention': (word) => t(`map-retention-${word}`),
  'activity.categories': (word) => t(`map-category-${word}`),
  'activity.subjects': (word) => t(`map-subject-${word}`),
  'activity.places': (word) => t(`map-place-${word}`),
  'activity.alone': () => t('map-phone-alone'),
  'activity_text.field': (word) => t(texts[word] ?? word),
  'activity_text.language': (word) => t(`language-${word}`),
  'clause_text.language': (word) => t(`language-${word}`),
  'activity.answer': (word) => t(word === '1' ? 'versions-entry-yes' : 'versions-entry-no'),
  'clause.left_out': (word) => t(word === '1' ? 'versions-entry-yes' : 'versions-entry-no'),
  'supplier.accepted_on': (day) => formatDate(day, language()),
  'consent_text.valid_from': (day) => formatDate(day, language()),
  // Which use it is, its name says.
  'consent_text.purpose': () => '',
  // Which uses those are stands beside it. What a file is beside its name is not for telling apart.
  'supplier.uses_chosen': () => '',
  'attachment.media_type': () => '',
  'attachment.bytes': () => '',
  'attachment.hash': () => '',
  'attachment.added_at': () => '',
};

/** A stored list of words, or the one word. */
function wordsIn(value: string): string[] {
  if (!value.startsWith('[')) return [value];
  const read: unknown = JSON.parse(value);
  return Array.isArray(read) ? read.map(String) : [value];
}

export const labelOf = (table: string, { column }: EntryValue): string | null => {
  const key = labels[`${table}.${column}`];
  return key ? t(key) : null;
};

/** What stands there; empty for nothing. */
export function valueOf(table: string, { column, value }: EntryValue): string {
  const say = lists[`${table}.${column}`];
  return say && value !== '' ? wordsIn(value).map(say).join(', ') : value;
}
