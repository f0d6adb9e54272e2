/** Keys that work everywhere. A screen says what they do while it is shown; the latest one to say so decides. */

export type Action = 'find' | 'new' | 'search' | 'lock' | 'save' | 'back';

const letters: Record<string, Action> = { k: 'find', n: 'new', f: 'search', l: 'lock', s: 'save' };

/** True on a Mac, where the Command key does what Ctrl does elsewhere. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** A shortcut as people read it: `Ctrl K`, `⌘K`. */
export function keysOf(letter: string): string {
  return isMac ? `⌘${letter}` : `Ctrl ${letter}`;
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeysOf(letter: string): string {
  return `${isMac ? 'Meta' : 'Control'}+${letter}`;
}

type Doing = () => unknown;
const stacks: Record<Action, Doing[]> = { find: [], new: [], search: [], lock: [], save: [], back: [] };

/** Says what a key does from now on; call the answer to stop. Made for `$effect(() => onShortcut('save', save))`. */
export function onShortcut(action: Action, doing: Doing): () => void {
  stacks[action].push(doing);
  return () => {
    stacks[action] = stacks[action].filter((each) => each !== doing);
  };
}

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  // A modal dialog keeps the keys to itself; only saving reaches into it, as its form is the one that is open.
  const modal = document.querySelector('dialog[open]') !== null;
  const held = (isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) && !event.altKey && !event.shiftKey;
  const action = held ? letters[event.key.toLowerCase()] : event.key === 'Escape' ? 'back' : undefined;
  if (!action || (modal && action !== 'save' && action !== 'lock')) return;
  const doing = stacks[action].at(-1);
  if (!doing) return;
  event.preventDefault();
  doing();
}
