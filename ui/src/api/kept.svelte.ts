/** What stands in a form, and what it goes out from. */
import { type Both, put } from '../lib/merge';
import type { Elsewhere } from '../lib/elsewhere';

/** A form as it is kept while it is half written. */
export interface KeptContent<Fields = unknown, Aside = unknown> {
  /** What stands fast of the rows that it is about: a row that has another one is not meant. */
  row: string;
  /** What the fields began with. */
  begun: Fields;
  fields: Fields;
  /** What is written and no field yet. */
  aside: Aside;
}

export class Kept<Fields, Aside> {
  readonly row: string;
  /** What is saved. */
  now: Fields;
  /** What stands in the form. */
  fields: Fields;
  /** What is written in it and no field yet. */
  aside: Aside;
  #both: readonly Both[];

  constructor(row: string, now: Fields, fields: Fields, aside: Aside, both: readonly Both[] = []) {
    this.row = row;
    this.now = now;
    this.fields = $state(fields);
    this.aside = $state(aside);
    this.#both = $state.raw(both);
  }

  /** How many fields another computer saved as well. */
  get both(): number {
    return this.#both.length;
  }

  /** What another computer saved in a field that was changed here, too. */
  there(at: string): Elsewhere | null {
    const found = this.#both.find((each) => each.at === at);
    if (!found) return null;
    return {
      value: found.there,
      take: () => {
        put(this.fields, at, structuredClone(found.there));
        this.#both = this.#both.filter((each) => each !== found);
      },
    };
  }

  /** Begins anew with what is saved. */
  begin(now: Fields): void {
    this.now = now;
    this.fields = now;
    this.#both = [];
  }

  /** As it is kept. What she has not decided about is asked again. */
  content(): KeptContent<Fields, Aside> {
    const begun = JSON.parse(JSON.stringify(this.now)) as Fields;
    for (const each of this.#both) put(begun, each.at, each.begun);
    return { row: this.row, begun, fields: this.fields, aside: this.aside };
  }
}
