/** What the whole window knows while it is open: which first screen, the business, the settings, how many customers. */
import { tick } from 'svelte';
import { setLanguage, systemLanguage } from '../lib/words.svelte';
import { lookLike } from '../lib/look';
import { notSaved, saved } from '../lib/saved.svelte';
import { readOnlyWords } from '../lib/standing';
import { clearToasts } from '../lib/toasts.svelte';
import { now } from '../lib/format';
import { askWhyReadOnly } from '../lib/writing';
import * as commands from './commands';
import { drafts } from './drafts';
import { drift } from './drift.svelte';
import { safety } from './safety.svelte';
import { toCommandError, type CommandError } from './errors';
import { isSame } from './generations';
import type { Business } from './types/Business';
import type { Chosen } from './types/Chosen';
import type { Finding } from './types/Finding';
import type { GenerationId } from './types/GenerationId';
import type { News } from './types/News';
import type { Settings } from './types/Settings';
import type { Standing } from './types/Standing';
import type { Start } from './types/Start';
import type { StartState } from './types/StartState';
import type { Unlocked } from './types/Unlocked';

type Phase = { kind: 'starting' } | { kind: 'failed'; error: CommandError } | StartState;

/** Open here alone, as it lies on the disk. */
const alone: Standing = { elsewhere: null, changed: false };

const known = $state<{
  phase: Phase;
  settings: Settings;
  customers: number | null;
  version: string;
  lockedName: string | null;
  lockedAt: string | null;
  lockedSaved: boolean;
  lockedDraft: boolean;
  lockFailed: CommandError | null;
  findings: readonly Finding[];
  standing: Standing;
  replaced: number;
}>({
  phase: { kind: 'starting' },
  settings: { language: systemLanguage(), theme: 'system', textSize: 100, lockAfter: 300, backupAfter: 14 },
  customers: null,
  version: '',
  lockedName: null,
  lockedAt: null,
  lockedSaved: true,
  lockedDraft: false,
  lockFailed: null,
  findings: [],
  standing: alone,
  replaced: 0,
});

askWhyReadOnly(() => readOnlyWords(known.standing));

function wear(settings: Settings): void {
  known.settings = settings;
  setLanguage(settings.language);
  lookLike(settings.theme, settings.textSize);
}

async function begin({ state, settings, version }: Start): Promise<void> {
  known.version = version;
  wear(settings);
  if (state.kind === 'open') await drafts.find();
  known.phase = state;
}

/** The register has changed under all that the window shows of it, which answers some of what was found. */
function show(answers: (finding: Finding) => boolean): void {
  known.customers = null;
  known.findings = known.findings.filter((finding) => !answers(finding));
  known.replaced += 1;
}

export const session = {
  get phase(): Phase {
    return known.phase;
  },
  get settings(): Settings {
    return known.settings;
  },
  /** The business of the open register. */
  get business(): Business | null {
    return known.phase.kind === 'open' ? known.phase.business : null;
  },
  set business(business: Business) {
    known.phase = { kind: 'open', business };
  },
  /** How many customers there are, or null before that is known. Lists tell it. */
  get customers(): number | null {
    return known.customers;
  },
  set customers(count: number | null) {
    known.customers = count;
  },
  /** The program's version. */
  get version(): string {
    return known.version;
  },
  /** Whose register was locked here, or null when it was not open since the start. */
  get lockedName(): string | null {
    return known.lockedName;
  },
  /** When it was locked here (RFC 3339), or null when it was not open since the start. */
  get lockedAt(): string | null {
    return known.lockedAt;
  },
  /** Whether all was on disk when it was locked. */
  get lockedSaved(): boolean {
    return known.lockedSaved;
  },
  /** Whether a form was half written when it was locked. */
  get lockedDraft(): boolean {
    return known.lockedDraft;
  },
  /** Why it could not be locked, or null. */
  get lockFailed(): CommandError | null {
    return known.lockFailed;
  },
  /** What was found when it was opened and has not been answered yet. */
  get findings(): readonly Finding[] {
    return known.findings;
  },
  /** How it stands to what happens to it elsewhere. */
  get standing(): Standing {
    return known.standing;
  },
  /** How often another state took the register's place while it was open: what is shown of the one before is past. */
  get replaced(): number {
    return known.replaced;
  },

  async start(): Promise<void> {
    try {
      await begin(await commands.start());
    } catch (thrown) {
      known.phase = { kind: 'failed', error: toCommandError(thrown) };
    }
  },

  /** Opens another folder's register, where the system's dialog was not cancelled. */
  async chooseRegister(): Promise<void> {
    const answer = await commands.chooseRegister();
    if (answer) await begin(answer);
  },

  /** Settings hold at once; what could not be kept is taken back and thrown. */
  async change(change: Partial<Settings>): Promise<void> {
    const before = known.settings;
    wear({ ...before, ...change });
    try {
      wear(await commands.changeSettings({ ...before, ...change }));
    } catch (thrown) {
      wear(before);
      throw thrown;
    }
  },

  /** It was unlocked: a form that was half written when it was locked is gone back to. */
  async unlocked({ business, findings, standing }: Unlocked): Promise<void> {
    await drafts.find();
    session.opened(business, findings, standing);
  },

  /** Reads it from the disk again, with what was saved elsewhere. A form that is half written stays. */
  async readAgain(takeOver: boolean): Promise<void> {
    await drafts.flush();
    const unlocked = await commands.readAgain(takeOver);
    drafts.close();
    // All that is shown was read before.
    known.phase = { kind: 'starting' };
    await tick();
    await session.unlocked(unlocked);
  },

  /** Shows what is saved by now, with what is half written over it. */
  async showAgain(): Promise<void> {
    const shown = known.phase;
    await drafts.flush();
    drafts.close();
    known.phase = { kind: 'starting' };
    await tick();
    await drafts.find();
    drafts.open();
    known.phase = shown;
  },

  /** What happened without the window having asked. */
  heard(news: News): void {
    if (news.kind === 'locked') session.locked();
    else if (news.kind === 'standing') known.standing = news.standing;
    else void drafts.flush().catch(() => undefined).then(commands.closeWindow);
  },

  opened(business: Business, findings: readonly Finding[] = [], standing: Standing = alone): void {
    saved.reset();
    // What was under way when it was locked may have told of itself since.
    clearToasts();
    drafts.open();
    known.customers = null;
    known.lockFailed = null;
    known.findings = findings;
    known.standing = standing;
    known.phase = { kind: 'open', business };
  },

  /** She has read it, or decided. */
  answered(kind: Finding['kind']): void {
    known.findings = known.findings.filter((each) => each.kind !== kind);
  },

  /** An earlier state takes the place of the open one: the whole window shows it. */
  async goBackTo(id: GenerationId): Promise<void> {
    await commands.restoreGeneration(id);
    show(({ kind }) => kind === 'older' || kind === 'diverged');
    session.business = await commands.viewBusiness();
  },

  /** What was chosen becomes as it is in another state: the whole window shows it, and what was found about that state is answered. */
  async takeOver(id: GenerationId, chosen: Chosen): Promise<void> {
    await commands.takeOver(id, chosen);
    const isAbout = (finding: Finding) => 'ours' in finding && isSame(finding.ours, id);
    const decided = known.findings.some(isAbout);
    show(isAbout);
    // What is open now is what she wants. If that cannot be noted, the next opening asks again.
    if (decided) await commands.keepOpen().catch(() => null);
  },

  async lock(): Promise<void> {
    try {
      // What is being typed is read when it is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      await tick();
      await drafts.flush();
      await commands.lock();
    } catch (thrown) {
      known.lockFailed = toCommandError(thrown);
      return;
    }
    session.locked();
  },

  /** It is locked: nothing of it stays in the window. */
  locked(): void {
    known.lockFailed = null;
    known.lockedName = session.business?.name ?? null;
    known.lockedAt = now();
    known.lockedSaved = notSaved() === null;
    known.lockedDraft = drafts.waits;
    known.customers = null;
    known.findings = [];
    known.standing = alone;
    saved.reset();
    clearToasts();
    drafts.close();
    safety.forget();
    drift.forget();
    known.phase = { kind: 'locked' };
  },
};
