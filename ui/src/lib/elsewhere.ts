/** What another computer saved in a field that is changed here, too. Its form tells it, and the field shows it. */
import { getContext, setContext } from 'svelte';

export interface Elsewhere {
  /** What is saved there. */
  value: unknown;
  /** Takes it in the place of what stands here. */
  take: () => void;
}

type Find = (at: string) => Elsewhere | null;

const key = Symbol('elsewhere');

/** For the fields inside. */
export const provideElsewhere = (find: Find): Find => setContext(key, find);

/** What the form around knows of a field; nothing outside of a form. */
export const knownElsewhere = (): Find => getContext<Find | undefined>(key) ?? (() => null);
