/**
 * A half-written form outlives locking: it is kept sealed beside the register, at most every two seconds, and comes back
 * after unlocking. There is one form at a time, so there is one draft; one whose form cannot be shown any more is kept
 * beside it. Another computer may have saved the same row meanwhile: what the form began with is kept with it, so that
 * only what she changed stands over what is saved.
 */
import { merge } from '../lib/merge';
import { go, hrefOf, parseHash, route } from '../lib/router.svelte';
import { toast } from '../lib/toasts.svelte';
import { t } from '../lib/words.svelte';
import { dropDraft, findDraft, keepDraft } from './commands';
import { Kept, type KeptContent } from './kept.svelte';
import { left } from './left.svelte';
import type { Draft } from './types/Draft';

const seldom = 2_000;

/** Whether the register is open: what ends because it is locked is not over. */
let isOpen = false;
/** What came back, until its form takes it. */
let back: Draft | null = null;
/** What was typed since the last time. */
let next: Draft | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let isKept = false;
/** One after the other: what is dropped must not be overtaken by what was kept before. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const turn = last.then(act);
  last = turn.catch(() => undefined);
  return turn;
}

function forget(): void {
  clearTimeout(timer);
  timer = undefined;
  next = null;
  back = null;
}

/** With what has no form any more, so that it is not lost by being kept in one file. */
const withLeft = (draft: Draft | null): Draft => ({
  form: draft?.form ?? '',
  content: JSON.stringify({ ...(draft ? (read(draft.content) as object) : {}), left: left.list }),
});

const isDraft = (each: unknown): each is Draft =>
  typeof each === 'object' && each !== null && typeof (each as Draft).form === 'string' && typeof (each as Draft).content === 'string';

/** What of a kept file has no form any more. */
function leftIn(content: string): Draft[] {
  const kept = read(content);
  const found: unknown = typeof kept === 'object' && kept !== null && 'left' in kept ? kept.left : [];
  return Array.isArray(found) ? found.filter(isDraft) : [];
}

const isKeptContent = (kept: unknown): kept is KeptContent =>
  typeof kept === 'object' && kept !== null && 'row' in kept && 'begun' in kept && 'fields' in kept && 'aside' in kept;

/** What she typed, to be read where no form shows it: all of what another version of Kundbok kept. */
function withoutForm(kept: unknown): KeptContent {
  const alone = typeof kept === 'object' && kept !== null && 'left' in kept ? { ...kept, left: undefined } : kept;
  return isKeptContent(alone) ? alone : { row: '', begun: null, fields: alone, aside: null };
}

function leave(draft: Draft): void {
  left.list = [...left.list, { form: draft.form, content: JSON.stringify(withoutForm(read(draft.content))) }];
  inTurn(() => keepDraft(withLeft(null))).catch(() => undefined);
}

/** A form that begins. */
export interface Beginning<Fields, Aside> {
  /** What stands fast of the rows that it is about; empty for what is nowhere yet. */
  row: string;
  /** It is about what is not there yet: nobody else can have changed it. */
  isNew: boolean;
  /** What is saved, or stands in the form at first; it may go by what comes back. */
  fresh: (kept: Fields | null) => Fields;
  /** What is written in it and no field yet, at first. */
  aside: Aside;
  /** Groups of fields that are one thing: what both changed of it is not mixed. */
  whole?: readonly string[];
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** Whether what was kept has the shape of the form it is for: another version of Kundbok may have written it. */
export function fits(kept: unknown, form: unknown): boolean {
  // A figure or a list that may be missing.
  if (form === null || kept === null) {
    const there = form ?? kept ?? 0;
    return typeof there === 'number' || (Array.isArray(there) && there.every(isPlain));
  }
  if (Array.isArray(form)) {
    const one: unknown = form[0];
    return Array.isArray(kept) && kept.every((each) => (one === undefined ? isPlain(each) : fits(each, one)));
  }
  if (typeof kept !== typeof form || Array.isArray(kept)) return false;
  return typeof form !== 'object' || Object.entries(form).every(([key, value]) => fits((kept as Record<string, unknown>)[key], value));
}

function read(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

const keepNow = () => void drafts.flush().catch(() => undefined);

export const drafts = {
  /** Whether a half-written form waits. */
  get waits(): boolean {
    return isKept;
  },

  /** The register was opened. */
  open(): void {
    isOpen = true;
    // Who leaves the window may close it, or the computer: that is not waited two seconds for.
    addEventListener('blur', keepNow);
    addEventListener('pagehide', keepNow);
  },

  /** The register was locked. What was kept stays where it is, and nothing of it here. */
  close(): void {
    isOpen = false;
    removeEventListener('blur', keepNow);
    removeEventListener('pagehide', keepNow);
    isKept = false;
    left.list = [];
    forget();
  },

  /** Looks for what was half written, and goes to its form. A register that cannot tell opens all the same. */
  async find(): Promise<void> {
    const found = await findDraft().catch(() => null);
    isKept = found !== null;
    left.list = found ? leftIn(found.content) : [];
    back = found?.form ? found : null;
    if (back) go(parseHash(back.form), 'replace');
  },

  /** The form here as it was typed before locking, over what is saved by now, or as it is when new. */
  take<Fields, Aside>({ row, isNew, fresh, aside, whole = [] }: Beginning<Fields, Aside>): Kept<Fields, Aside> {
    const draft = back;
    const blank = fresh(null);
    // One is kept where its values are written, and the other is what is saved.
    const anew = () => new Kept(row, blank, structuredClone(blank), aside);
    if (draft?.form !== hrefOf(route())) return anew();
    back = null;
    const kept = read(draft.content);
    if (!isKeptContent(kept) || kept.row !== row || !fits(kept.fields, blank) || !fits(kept.begun, blank) || !fits(kept.aside, aside)) {
      leave(draft);
      return anew();
    }
    toast(t('form-back'));
    const now = fresh(kept.fields as Fields);
    const { value, both } = isNew ? { value: kept.fields, both: [] } : merge(kept.begun, kept.fields, now, whole);
    return new Kept(row, now, structuredClone(value as Fields), kept.aside as Aside, both);
  },

  /** What has no form any more is put into one that it fits. */
  resume(draft: Draft, form: string): void {
    left.list = left.list.filter((each) => each !== draft);
    const kept = read(draft.content);
    back = { form, content: JSON.stringify({ ...(kept as object), row: '' }) };
    go(parseHash(form));
  },

  /** She needs it no more. */
  forgo(draft: Draft): void {
    left.list = left.list.filter((each) => each !== draft);
    // A form that is being written keeps what is left the next time.
    if (!next && !back) inTurn(left.list.length > 0 ? () => keepDraft(withLeft(null)) : dropDraft).catch(() => undefined);
  },

  /** Something was typed. */
  keep(draft: Draft): void {
    if (!isOpen) return;
    next = draft;
    timer ??= setTimeout(() => {
      // It is tried again with the next letter, and at the latest when locking, which says so.
      drafts.flush().catch(() => undefined);
    }, seldom);
  },

  /** Keeps what was typed last, at once. Throws when it cannot be kept. */
  async flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const draft = next;
    next = null;
    if (!draft) {
      await last;
      return;
    }
    isKept = true;
    try {
      await inTurn(() => keepDraft(left.list.length > 0 ? withLeft(draft) : draft));
    } catch (thrown) {
      next ??= draft;
      throw thrown;
    }
  },

  /** The form was saved, left or emptied. */
  drop(): void {
    if (!isOpen) return;
    forget();
    if (!isKept) return;
    isKept = left.list.length > 0;
    inTurn(isKept ? () => keepDraft(withLeft(null)) : dropDraft).catch(() => undefined);
  },

  /** One is at another place than the form that came back: it could not be shown. */
  leave(place: string): void {
    if (!back || back.form === place) return;
    const draft = back;
    back = null;
    leave(draft);
  },
};
