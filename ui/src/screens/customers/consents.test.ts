import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ConsentView } from '../../api/types/ConsentView';
import { setLanguage } from '../../lib/words.svelte';
import { removal, said } from './answers';
import ConsentRow from './ConsentRow.svelte';

const offers: ConsentView = {
  purpose: 'newsletter',
  name: 'Erbjudanden',
  isAsked: true,
  isExplicit: false,
  id: null,
  version: null,
  current: 1,
  givenOn: null,
  givenHow: null,
  withdrawnOn: null,
  withdrawnHow: null,
  paper: null,
  keptBecause: '',
  isToFollow: false,
};
const yes: ConsentView = { ...offers, id: 4, version: 1, givenOn: '2026-03-01', givenHow: 'paper' };
const no: ConsentView = { ...offers, id: 4, withdrawnOn: '2026-05-06', withdrawnHow: 'email' };

function show(consent: ConsentView) {
  const does = () => vi.fn();
  render(ConsentRow, {
    consent,
    paper: null,
    offers: 'ownCustomer',
    busy: false,
    onyes: does(),
    onno: does(),
    onfollow: does(),
    onotheryes: does(),
    onotherno: does(),
    onprint: does(),
    oncopy: does(),
    onremove: does(),
  });
  return screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'));
}

beforeEach(() => setLanguage('sv'));

test('where nobody is asked for a yes a no can be noted, and no yes', () => {
  expect(show({ ...offers, isAsked: false })).toEqual(['Mer om Erbjudanden', 'Sa nej: Erbjudanden']);
  expect(screen.getByText('Har inte sagt nej.')).toBeInTheDocument();
});

test('she who said no there has said all that can be said', () => {
  expect(show({ ...no, isAsked: false })).toEqual(['Mer om Erbjudanden']);
  expect(screen.getByText(/Sa nej/)).toHaveTextContent('Sa nej 2026-05-06, per mejl.');
});

test('a yes that must be explicit follows the question', () => {
  expect(show({ ...offers, isExplicit: true })).toEqual(['Mer om Erbjudanden', 'Visa frågan: Erbjudanden', 'Sa nej: Erbjudanden']);
});

test('a yes is taken back as easily as it is given', () => {
  expect(show(offers)).toEqual(['Mer om Erbjudanden', 'Sa ja idag: Erbjudanden', 'Sa nej: Erbjudanden']);
  document.body.replaceChildren();
  expect(show(yes)).toEqual(['Mer om Erbjudanden', 'Tar tillbaka sitt ja: Erbjudanden']);
  document.body.replaceChildren();
  // Where nobody is asked any more it can still be taken back, and is not old.
  expect(show({ ...yes, isAsked: false, current: 2 })).toEqual(['Mer om Erbjudanden', 'Tar tillbaka sitt ja: Erbjudanden']);
});

test('what goes when a note is removed is said of what she said last', () => {
  const back = { ...yes, withdrawnOn: no.withdrawnOn, withdrawnHow: no.withdrawnHow };
  expect(said(back)).toBe('Tog tillbaka sitt ja 2026-05-06, per mejl.');
  expect(new Set([yes, no, back].map(removal)).size).toBe(3);
  expect(removal(back)).toContain('gäller hennes ja igen');
});
