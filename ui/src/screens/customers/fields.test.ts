import { expect, test } from 'vitest';
import { CommandError } from '../../api/errors';
import type { CustomerFields } from '../../api/types/CustomerFields';
import { contactForm, contactOf } from './contact';
import { customerOf, formOf, nameIn, withoutRows } from './fields';

const nobody = { givenName: '', familyName: '' };
const full: CustomerFields = {
  givenName: 'Elin',
  familyName: 'Bergdahl',
  phones: [
    { label: 'mobile', number: '070-174 06 38' },
    { label: 'work', number: '+45 32 12 34 56' },
  ],
  emails: [{ label: 'other', address: 'elin@post.example' }],
  addresses: [{ label: 'home', street: 'c/o Nordén\nRönnstigen 4', postcode: '999 41', town: 'Lillvik', country: '' }],
  birthday: { year: null, month: 2, day: 29 },
  language: 'da',
  source: 'party',
  sourceDetail: 'Hos Birgitta Nordén',
  tags: ['Stamkund'],
  notes: 'Ring efter fem.\n\nInte rosor.',
};

function refusal(act: () => unknown): CommandError {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof CommandError) return thrown;
  }
  throw new Error('nothing was refused');
}

test('what is shown is what was saved, and what is saved is what is shown', () => {
  expect(customerOf(formOf(full, nobody))).toEqual(full);
  const bare: CustomerFields = { ...full, birthday: { year: 1961, month: 9, day: 14 }, language: null };
  expect(customerOf(formOf(bare, nobody))).toEqual(bare);
});

test('the form is a copy: what is typed does not reach what was read', () => {
  const form = formOf(full, nobody);
  for (const phone of form.phones) phone.number = 'x';
  form.tags.push('x');
  expect(full.phones[0]?.number).toBe('070-174 06 38');
  expect(full.tags).toEqual(['Stamkund']);
});

test('a new customer has a row of each to begin with, and blank rows keep their place', () => {
  const form = formOf(null, { givenName: 'Anna', familyName: 'Ek' });
  expect([form.phones.length, form.emails.length, form.addresses.length]).toEqual([1, 1, 1]);
  form.source = 'self';
  form.phones.push({ label: 'home', number: '08-465 004 12' });
  // The register counts the rows as they stand on screen, and leaves blank ones out itself.
  expect(customerOf(form).phones).toHaveLength(2);
  expect(customerOf(form)).toMatchObject({ givenName: 'Anna', familyName: 'Ek', birthday: null, language: null });
});

test('a name and where the data came from are needed, and all that is missing is said at once', () => {
  expect(refusal(() => customerOf(formOf(null, nobody))).fields).toEqual([
    { field: 'givenName', rule: 'required' },
    { field: 'source', rule: 'required' },
  ]);
});

test('a birthday without its year is well; half of one, or none that can be read, is not', () => {
  const form = formOf(full, nobody);
  form.birthday = { day: ' 3 ', month: '12', year: '' };
  expect(customerOf(form).birthday).toEqual({ day: 3, month: 12, year: null });
  for (const birthday of [
    { day: '3', month: '', year: '' },
    { day: '', month: '', year: '1961' },
    { day: 'tre', month: '12', year: '' },
    { day: '3', month: '12', year: '61' },
  ]) {
    form.birthday = birthday;
    expect(refusal(() => customerOf(form)).fields, JSON.stringify(birthday)).toEqual([{ field: 'birthday', rule: 'unreadable' }]);
  }
});

test('when a row goes, what was said about rows goes with it, and the rest stays', () => {
  const error = new CommandError('invalid', [
    { field: 'phones.1.number', rule: 'tooLong' },
    { field: 'birthday', rule: 'outOfRange' },
  ]);
  expect(withoutRows(error, 'phones')?.fields).toEqual([{ field: 'birthday', rule: 'outOfRange' }]);
  expect(withoutRows(error, 'emails')?.fields).toHaveLength(2);
});

test('a search that found nobody becomes a name', () => {
  expect(nameIn('anna ek')).toEqual({ givenName: 'Anna', familyName: 'Ek' });
  expect(nameIn(' Anna-Karin  Maria Öst ')).toEqual({ givenName: 'Anna-Karin Maria', familyName: 'Öst' });
  expect(nameIn('åsa')).toEqual({ givenName: 'Åsa', familyName: '' });
  for (const query of ['', '070-174', 'elin@post.example']) expect(nameIn(query), query).toBeNull();
});

test('a contact needs its day and what it was about', () => {
  const form = contactForm(null, '2026-11-22');
  expect(form).toEqual({ happenedOn: '2026-11-22', channel: 'phone', summary: '' });
  expect(refusal(() => contactOf({ ...form, happenedOn: '' })).fields.map(({ field }) => field)).toEqual(['happenedOn', 'summary']);
  expect(contactOf({ ...form, summary: 'Prov' })).toEqual({ happenedOn: '2026-11-22', channel: 'phone', summary: 'Prov' });
});
