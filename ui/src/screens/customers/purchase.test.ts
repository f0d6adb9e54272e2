import { expect, test } from 'vitest';
import { CommandError } from '../../api/errors';
import { blankLine, onScreen, purchaseForm, purchaseOf, quantityOf, totalOf } from './purchase';

const fields = {
  purchasedOn: '2026-11-03',
  receipt: '1042',
  note: '',
  lines: [
    { product: 'Dagkräm', quantity: 2, unitPrice: 49_900 },
    { product: 'Retur av serum', quantity: -1, unitPrice: 59_000 },
  ],
};

test('what is shown is what was saved, and what is saved is what is shown', () => {
  expect(purchaseOf(purchaseForm(fields, '2026-11-22'))).toEqual(fields);
  expect(purchaseForm(null, '2026-11-22')).toEqual({ purchasedOn: '2026-11-22', receipt: '', note: '', lines: [blankLine()] });
});

test('a count is whole, and not nought', () => {
  expect(['1', ' 12 ', '-2', '−2', '9999'].map(quantityOf)).toEqual([1, 12, -2, -2, 9_999]);
  expect(['', '0', '1,5', '10000', 'två', '--1'].map(quantityOf)).toEqual(Array(6).fill(null));
});

test('the total follows what can be read', () => {
  const form = purchaseForm(fields, '');
  expect(totalOf(form.lines)).toBe(40_800);
  form.lines.push({ ...blankLine(), quantity: 'x', unitPrice: 1_000 });
  expect(totalOf(form.lines)).toBe(40_800);
});

test('blank lines stay behind, and what the register says of the others lands where they stand', () => {
  const form = purchaseForm(fields, '');
  form.lines.splice(1, 0, blankLine());
  form.lines.push(blankLine());
  expect(purchaseOf(form)).toEqual(fields);
  const error = onScreen(
    new CommandError('invalid', [
      { field: 'lines.1.unitPrice', rule: 'outOfRange' },
      { field: 'purchasedOn', rule: 'outOfRange' },
      { field: 'lines', rule: 'tooMany' },
    ]),
    form,
  );
  expect(error.fields.map(({ field }) => field)).toEqual(['lines.2.unitPrice', 'purchasedOn', 'lines']);
});

test('what is missing or cannot be read is said at its field', () => {
  const form = purchaseForm(null, '');
  const nothing = () => purchaseOf(form);
  expect(nothing).toThrow(CommandError);
  form.purchasedOn = '2026-11-22';
  form.lines = [blankLine(), { ...blankLine(), product: ' ', quantity: '0', unreadable: true }];
  try {
    nothing();
    expect.unreachable();
  } catch (thrown) {
    expect((thrown as CommandError).fields).toEqual([
      { field: 'lines.1.product', rule: 'required' },
      { field: 'lines.1.quantity', rule: 'outOfRange' },
      { field: 'lines.1.unitPrice', rule: 'unreadable' },
    ]);
  }
});
