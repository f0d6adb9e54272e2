/** Which rows of a long list of equally high rows are drawn, and which of them have to be asked for. */

/** Rows `from` up to, not including, `to`. */
export interface Span {
  from: number;
  to: number;
}

/** Rows drawn beyond each edge, so that a turn of the wheel meets no gap. */
const BEYOND = 8;
/** Rows asked for at once. Wider than any window, so that most scrolling asks for nothing. */
export const PAGE = 100;

/** The rows that the window shows, and some beyond. All lengths in the same unit. */
export function drawn(scrolled: number, height: number, rowHeight: number, total: number): Span {
  const first = Math.floor(scrolled / rowHeight);
  const last = Math.ceil((scrolled + height) / rowHeight);
  const to = Math.min(total, Math.max(0, last + BEYOND));
  return { from: Math.max(0, Math.min(first - BEYOND, to)), to };
}

/** Whole pages, from the first drawn row that is missing to the last, or null when all are there. */
export function missing({ from, to }: Span, has: (row: number) => boolean): Span | null {
  let first = from;
  while (first < to && has(first)) first += 1;
  if (first === to) return null;
  let last = to - 1;
  while (has(last)) last -= 1;
  return { from: Math.floor(first / PAGE) * PAGE, to: (Math.floor(last / PAGE) + 1) * PAGE };
}

/** How far to scroll so that a row that was out of sight stands in the middle; `scrolled` when it is wholly seen already. */
export function scrolledToMiddle(row: number, scrolled: number, height: number, rowHeight: number): number {
  if (scrolledTo(row, scrolled, height, rowHeight) === scrolled) return scrolled;
  return Math.max(0, row * rowHeight - (height - rowHeight) / 2);
}

/** How far to scroll so that a row is wholly seen; `scrolled` when it is already. */
export function scrolledTo(row: number, scrolled: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrolled) return top;
  return Math.max(scrolled, top + rowHeight - height);
}
