/** How a use of data is said, and what its form holds. */
import type { Activity } from '../../api/types/Activity';
import type { ActivityFacts } from '../../api/types/ActivityFacts';
import type { ActivityMap } from '../../api/types/ActivityMap';
import type { ActivityTexts } from '../../api/types/ActivityTexts';
import type { Category } from '../../api/types/Category';
import type { Language } from '../../api/types/Language';
import type { LegalBasis } from '../../api/types/LegalBasis';
import type { Need } from '../../api/types/Need';
import type { Place } from '../../api/types/Place';
import type { Retention } from '../../api/types/Retention';
import type { Subject } from '../../api/types/Subject';
import type { Years } from '../../api/types/Years';
import { locale, t } from '../../lib/words.svelte';

/** The map in each language: her own words may be missing in one. */
export type Maps = Record<Language, ActivityMap>;

/** Kinds that may be kept elsewhere. Where data came from and what she was given stand in the register alone. */
export const categories: readonly Category[] = ['contact', 'birthday', 'purchase', 'contactLog', 'notes', 'health', 'photo', 'document'];
export const places: readonly Place[] = ['phone', 'social', 'mail', 'paper', 'cloud'];
export const subjects: readonly Subject[] = ['customer', 'guest', 'hostess', 'prospect'];
export const bases: readonly LegalBasis[] = ['consent', 'legitimateInterest', 'contract', 'legalObligation'];
export const needs: readonly Need[] = ['voluntary', 'contractual', 'statutory'];

/** The periods that go with a basis, the usual one first. */
export const retentions: Record<LegalBasis, readonly [Retention, ...Retention[]]> = {
  consent: ['untilWithdrawn'],
  legitimateInterest: ['untilObjection', 'whileCustomer', 'proof'],
  contract: ['whileCustomer'],
  legalObligation: ['bookkeeping', 'proof'],
};

/** Characters of a name, of a line in a document, and of an answer of the balancing. */
export const most = { name: 100, line: 300, answer: 2_000 } as const;

/** What is sensitive and needs consent (article 9). */
export const isSpecial = (category: Category) => category === 'health' || category === 'photo';

export const capital = (words: string) => words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1);

export const listed = (words: readonly string[]) => new Intl.ListFormat(locale()).format(words);

/** Kinds in a row. Many are a pair in themselves, so that another “and” would only blur them. */
export const categoryWords = (kinds: readonly Category[], own = '') =>
  [...kinds.map((each) => t(`map-category-${each}`)), ...(own ? [own] : [])].join(', ');

/** What is kept elsewhere than in the register and where, or null. */
export function elsewhereWords({ facts, texts }: Pick<Activity, 'facts' | 'texts'>): string | null {
  const data = categoryWords(facts.categories, texts.data);
  if (data === '') return null;
  if (facts.places.length === 0) return t('map-elsewhere-somewhere', { data });
  return capital(t('map-elsewhere', { places: listed(facts.places.map((each) => t(`map-place-${each}`))), data }));
}

/** The law's own name of the basis. */
export function lawWords({ basis, categories: kinds }: ActivityFacts): string {
  return basis === 'consent' && kinds.some(isSpecial) ? t('map-basis-special-law') : t(`map-basis-${basis}-law`);
}

export function retentionWords(retention: Retention, years: Years): string {
  const law = { bookkeeping: years.bookkeeping, proof: years.proof };
  return t(`map-retention-${retention}`, { years: retention in law ? law[retention as keyof typeof law] : years.customer });
}

/** A use as its form holds it. */
export interface ActivityForm {
  /** The language that the texts are in. */
  language: Language;
  facts: ActivityFacts;
  texts: ActivityTexts;
  /** Who gets data in it (row ids), or null when that stays as it is. */
  suppliers: number[] | null;
}

/** What a form begins with; a new use's when there is none. */
export function formOf(activity: Activity | null, language: Language): ActivityForm {
  return activity
    ? { language, facts: { ...activity.facts }, texts: { ...activity.texts }, suppliers: null }
    : {
        language,
        facts: {
          basis: 'legitimateInterest',
          retention: 'untilObjection',
          need: 'voluntary',
          categories: [],
          subjects: ['customer'],
          places: [],
          alone: [],
        },
        texts: { name: '', purpose: '', data: '', interest: '', necessity: '', balance: '' },
        suppliers: null,
      };
}

/** What the register takes: where something is kept is said of something only. */
export function activityOf({ facts, ...rest }: ActivityForm): ActivityForm {
  const isElsewhere = facts.categories.length > 0 || rest.texts.data.trim() !== '';
  const where = isElsewhere ? facts.places : [];
  return { ...rest, facts: { ...facts, places: where, alone: facts.alone.filter((place) => where.includes(place)) } };
}
