/**
 * Whether the register may be changed. Where it may only be read, whatever would change it says why instead: buttons, menus and keys
 * ask here, and nothing that is typed already is lost by it.
 */
import { toast } from './toasts.svelte';

let ask: () => string | null = () => null;

/** Tells who knows. */
export function askWhyReadOnly(of: () => string | null): void {
  ask = of;
}

/** Why nothing can be changed now, in words; null when it can. */
export function whyReadOnly(): string | null {
  return ask();
}

/** Does it, or says why it cannot be done now. */
export function unlessReadOnly<Done>(act: () => Done): Done | undefined {
  const why = whyReadOnly();
  if (why === null) return act();
  toast(why);
  return undefined;
}
