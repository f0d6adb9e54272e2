/** What a purchase's form holds, and what the register takes. */
import { CommandError } from '../../api/errors';
import type { Invalid } from '../../api/types/Invalid';
import type { PurchaseFields } from '../../api/types/PurchaseFields';

/** At most so many lines in a purchase. */
export const mostLines = 200;
/** At most so many of one product, either way. */
const mostOfOne = 9_999;

export interface LineForm {
  product: string;
  quantity: string;
  /** Öre, or null while nothing or nothing readable stands there. */
  unitPrice: number | null;
  /** The price as it is written. */
  typed: string;
  unreadable: boolean;
}

export interface PurchaseForm {
  purchasedOn: string;
  receipt: string;
  note: string;
  lines: LineForm[];
}

export const blankLine = (): LineForm => ({ product: '', quantity: '1', unitPrice: null, typed: '', unreadable: false });

/** A line in which nothing has been typed. */
export const isBlank = (line: LineForm) => line.product.trim() === '' && line.unitPrice === null && !line.unreadable;

export function purchaseForm(fields: PurchaseFields | null, today: string): PurchaseForm {
  return {
    purchasedOn: fields?.purchasedOn ?? today,
    receipt: fields?.receipt ?? '',
    note: fields?.note ?? '',
    lines: fields
      ? fields.lines.map((line) => ({ ...line, quantity: String(line.quantity), typed: '', unreadable: false }))
      : [blankLine()],
  };
}

/** What a form comes to, for telling whether it was changed: how a price is written makes no difference. */
export const worthOf = (form: PurchaseForm) =>
  JSON.stringify(form, (key, value: unknown) => (key === 'typed' ? undefined : value));

/** A typed count: whole, not nought, with a minus for what came back. */
export function quantityOf(typed: string): number | null {
  const found = /^([-\u2212\u2013]?)\s*(\d{1,4})$/.exec(typed.trim());
  if (!found) return null;
  const count = Number(found[2]);
  if (count === 0 || count > mostOfOne) return null;
  return found[1] ? -count : count;
}

/** The sum of the lines that can be read, in öre. */
export function totalOf(lines: readonly LineForm[]): number {
  return lines.reduce((sum, line) => sum + (quantityOf(line.quantity) ?? 0) * (line.unitPrice ?? 0), 0);
}

/** The places on screen of the lines that are sent: blank ones stay behind, unless there is nothing else. */
function sent(lines: readonly LineForm[]): number[] {
  const filled = [...lines.keys()].filter((at) => !isBlank(lines[at] as LineForm));
  return filled.length > 0 ? filled : [0];
}

/** What the register takes. */
export function purchaseOf(form: PurchaseForm): PurchaseFields {
  const refused: Invalid[] = [];
  if (form.purchasedOn === '') refused.push({ field: 'purchasedOn', rule: 'required' });
  const lines = sent(form.lines).map((at) => {
    const line = form.lines[at] ?? blankLine();
    const quantity = quantityOf(line.quantity);
    if (line.product.trim() === '') refused.push({ field: `lines.${at}.product`, rule: 'required' });
    if (quantity === null) refused.push({ field: `lines.${at}.quantity`, rule: 'outOfRange' });
    if (line.unitPrice === null) {
      refused.push({ field: `lines.${at}.unitPrice`, rule: line.unreadable ? 'unreadable' : 'required' });
    }
    return { product: line.product, quantity: quantity ?? 0, unitPrice: line.unitPrice ?? 0 };
  });
  if (refused.length > 0) throw new CommandError('invalid', refused);
  return { purchasedOn: form.purchasedOn, receipt: form.receipt, note: form.note, lines };
}

/** The register counts the lines that were sent; this says them as they stand on screen. */
export function onScreen(error: CommandError, form: PurchaseForm): CommandError {
  const places = sent(form.lines);
  const fields = error.fields.map(({ field, rule }) => ({
    field: field.replace(/^lines\.(\d+)/, (whole, at: string) => (Number(at) in places ? `lines.${places[Number(at)]}` : whole)),
    rule,
  }));
  return new CommandError(error.code, fields);
}
