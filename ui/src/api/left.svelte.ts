/** What was half written and has no form any more: its row is gone, or another by now. It is kept until she decides. */
import type { Draft } from './types/Draft';

let list = $state.raw<readonly Draft[]>([]);

export const left = {
  get list(): readonly Draft[] {
    return list;
  },
  set list(drafts: readonly Draft[]) {
    list = drafts;
  },
};
