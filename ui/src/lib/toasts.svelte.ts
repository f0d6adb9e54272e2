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

/** Shows words for ten seconds. Only the latest are shown: what was done before them is past, and a pile hides the page. */
export function toast(words: string, action?: Toast['action']): number {
  const id = next++;
  shown.toasts = [action ? { id, words, action } : { id, words }];
  setTimeout(() => dismiss(id), 10_000);
  return id;
}

export function dismiss(id: number): void {
  shown.toasts = shown.toasts.filter((each) => each.id !== id);
}

/** Takes all words away: those about what was done may name someone. */
export function clearToasts(): void {
  shown.toasts = [];
}
