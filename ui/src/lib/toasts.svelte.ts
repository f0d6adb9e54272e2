/** Short words about what was just done, with at most one thing to do about it. */
export interface Toast {
  id: number;
  words: string;
  action?: { label: string; run: () => void };
}

let next = 1;
const shown = $state<{ toasts: Toast[] }>({ toasts: [] });

export function toasts(): readonly Toast[] {
  return shown.toasts;
}

/** Shows words for ten seconds, as in the reference; the latest three are kept. */
export function toast(words: string, action?: Toast['action']): number {
  const id = next++;
  shown.toasts = [...shown.toasts, action ? { id, words, action } : { id, words }].slice(-3);
  setTimeout(() => dismiss(id), 10_000);
  return id;
}

export function dismiss(id: number): void {
  shown.toasts = shown.toasts.filter((each) => each.id !== id);
}
