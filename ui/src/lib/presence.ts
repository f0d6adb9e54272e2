/** Whether somebody is there: tells of keys and touches in the window, at most once a second. */

const seldom = 1_000;
const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Calls `tell` for what a person does; call the answer to stop. Made for `$effect(() => watchInput(noteInput))`. */
export function watchInput(tell: () => unknown): () => void {
  let told = -Infinity;
  function heard(event: Event) {
    // A script's own events are nobody.
    if (!event.isTrusted || event.timeStamp - told < seldom) return;
    told = event.timeStamp;
    tell();
  }
  for (const input of inputs) window.addEventListener(input, heard, { capture: true, passive: true });
  return () => {
    for (const input of inputs) window.removeEventListener(input, heard, { capture: true });
  };
}
