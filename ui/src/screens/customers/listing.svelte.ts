/** The list of customers as the window holds it: what is asked for, and the rows known so far. */
import { toCommandError, type CommandError } from '../../api/errors';
import type { CustomerList } from '../../api/types/CustomerList';
import type { CustomerListRow } from '../../api/types/CustomerListRow';
import type { ListCustomers } from '../../api/types/ListCustomers';
import type { Sort } from '../../api/types/Sort';
import { missing, PAGE, type Span } from '../../lib/windowing';

/** Rows of one question: a query in an order, at one state of the register. */
interface Known {
  query: string;
  sort: Sort;
  total: number;
  /** By their place; those not asked for yet are holes. */
  rows: readonly (CustomerListRow | undefined)[];
}

/** Where a customer stands among the rows. */
export interface Found {
  id: number;
  row: number;
}

/**
 * Asks for rows one request at a time. While one is on its way only the latest wish counts, and an answer to a question that
 * is no longer asked is dropped. Until a new question is answered the rows of the last one stay.
 */
export class Listing {
  #ask: (request: ListCustomers) => Promise<CustomerList>;
  #query = $state('');
  #sort = $state<Sort>('name');
  #known = $state.raw<Known | null>(null);
  #all = $state<number | null>(null);
  #error = $state.raw<CommandError | null>(null);
  #span: Span = { from: 0, to: PAGE };
  /** The customer whose row is asked for; null when none is. */
  #sought: number | null = null;
  #found = $state.raw<Found | null>(null);
  /** The number of the question that is asked, and of the one that `#known` answers. */
  #asked = 1;
  #answered = 0;
  #busy = false;

  constructor(ask: (request: ListCustomers) => Promise<CustomerList>) {
    this.#ask = ask;
  }

  /** What is searched for. */
  get query(): string {
    return this.#query;
  }
  set query(query: string) {
    this.#query = query;
    this.#askAnew({ from: 0, to: PAGE });
  }

  /** The order asked for. */
  get sort(): Sort {
    return this.#sort;
  }
  set sort(sort: Sort) {
    this.#sort = sort;
    this.#askAnew({ from: 0, to: PAGE });
  }

  /** What the rows shown answer, or null before the first answer. */
  get known(): Known | null {
    return this.#known;
  }

  /** How many customers there are in all, or null before that is known. */
  get all(): number | null {
    return this.#all;
  }

  /** Why the latest request failed, or null. */
  get error(): CommandError | null {
    return this.#error;
  }

  /** Where the customer stands that was sought last, or null before that is known and when it is not among the rows. */
  get found(): Found | null {
    return this.#found;
  }

  /** Asks where a customer stands. */
  find(id: number): void {
    this.#sought = id;
    void this.#pump();
  }

  /** Says which rows are drawn; those missing are asked for. */
  show(span: Span): void {
    this.#span = span;
    void this.#pump();
  }

  /** Asks again, for the register has changed, or after a failure. */
  refresh(): void {
    this.#askAnew(this.#span);
  }

  #askAnew(span: Span): void {
    this.#span = span;
    this.#asked += 1;
    this.#error = null;
    void this.#pump();
  }

  #wanted(): Span | null {
    const fresh = this.#answered === this.#asked ? this.#known : null;
    if (!fresh || this.#sought !== null) return missing({ from: this.#span.from, to: Math.max(this.#span.to, this.#span.from + 1) }, () => false);
    return missing({ from: Math.min(this.#span.from, fresh.total), to: Math.min(this.#span.to, fresh.total) }, (row) => fresh.rows[row] !== undefined);
  }

  async #pump(): Promise<void> {
    if (this.#busy || this.#error) return;
    const wanted = this.#wanted();
    if (!wanted) return;
    const question = this.#asked;
    const [query, sort, sought] = [this.#query, this.#sort, this.#sought];
    this.#busy = true;
    try {
      const page = { offset: wanted.from, limit: wanted.to - wanted.from };
      const list = await this.#ask({ query, sort, ...page, ...(sought !== null && { placeOf: sought }) });
      if (question === this.#asked) {
        this.#keep({ query, sort }, wanted.from, list);
        if (sought !== null && sought === this.#sought) {
          this.#sought = null;
          this.#found = list.place === null ? null : { id: sought, row: list.place };
        }
      }
    } catch (thrown) {
      if (question === this.#asked) this.#error = toCommandError(thrown);
    }
    this.#busy = false;
    await this.#pump();
  }

  #keep(question: { query: string; sort: Sort }, offset: number, { total, all, rows }: CustomerList): void {
    // Another count means that the register changed between two pages: what was known stands elsewhere now.
    const before = this.#answered === this.#asked && this.#known?.total === total ? this.#known.rows : [];
    const kept = before.slice();
    for (const [at, row] of rows.entries()) kept[offset + at] = row;
    this.#known = { ...question, total, rows: kept };
    this.#all = all;
    this.#answered = this.#asked;
  }
}
