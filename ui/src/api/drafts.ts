/**
 * A half-written form outlives locking: it is kept sealed beside the register, at most every two seconds, and comes back
 * after unlocking. There is one form at a time, so there is one draft.
 */
import { go, hrefOf, parseHash, route } from '../lib/router.svelte';
import { toast } from '../lib/toasts.svelte';
import { t } from '../lib/words.svelte';
import { dropDraft, findDraft, keepDraft } from './commands';
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

/** Whether what was kept has the shape of the form it is for: another version of Kundbok may have written it. */
export function fits(kept: unknown, form: unknown): boolean {
  // A figure that may be missing.
  if (form === null || kept === null) return typeof (form ?? kept ?? 0) === 'number';
  if (Array.isArray(form)) {
    const one: unknown = form[0] ?? '';
    return Array.isArray(kept) && kept.every((each) => fits(each, one));
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

export const drafts = {
  /** Whether a half-written form waits. */
  get waits(): boolean {
    return isKept;
  },

  /** The register was opened. */
  open(): void {
    isOpen = true;
  },

  /** The register was locked. What was kept stays where it is, and nothing of it here. */
  close(): void {
    isOpen = false;
    isKept = false;
    forget();
  },

  /** Looks for what was half written, and goes to its form. A register that cannot tell opens all the same. */
  async find(): Promise<void> {
    back = await findDraft().catch(() => null);
    isKept = back !== null;
    if (back) go(parseHash(back.form), 'replace');
  },

  /** The form here as it was typed before locking, or as it is when new. */
  take<T>(fresh: T): T {
    const draft = back;
    if (draft?.form !== hrefOf(route())) return fresh;
    back = null;
    const kept = read(draft.content);
    if (!fits(kept, fresh)) return fresh;
    toast(t('form-back'));
    return kept as T;
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
      await inTurn(() => keepDraft(draft));
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
    isKept = false;
    inTurn(dropDraft).catch(() => undefined);
  },

  /** One is at another place than the form that came back: it could not be shown, so it is over. */
  leave(place: string): void {
    if (back && back.form !== place) drafts.drop();
  },
};
