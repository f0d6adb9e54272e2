/** Short words about what was just done. */
export interface Toast {
  id: number;
  words: string;
  /** Takes back what was done. */
  undo?: () => unknown;
}

let next = 1;
const shown = $state<{ toasts: Toast[] }>({ toasts: [] });

export function toasts(): readonly Toast[] {
  return shown.toasts;
}

/** Shows words for ten seconds. Only the latest are shown: what was done before them is past, and a pile hides the page. */
export function toast(words: string, undo?: () => unknown): void {
  const id = next++;
  shown.toasts = [{ id, words, ...(undo && { undo }) }];
  setTimeout(() => dismiss(id), 10_000);
}

export function dismiss(id: number): void {
  shown.toasts = shown.toasts.filter((each) => each.id !== id);
}

/** Takes all words away: those about what was done may name someone. */
export function clearToasts(): void {
  shown.toasts = [];
}
