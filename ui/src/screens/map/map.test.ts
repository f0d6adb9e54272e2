import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Activity } from '../../api/types/Activity';
import type { ActivityFacts } from '../../api/types/ActivityFacts';
import type { ActivityMap as Wire } from '../../api/types/ActivityMap';
import type { ActivityTexts } from '../../api/types/ActivityTexts';
import type { Invalid } from '../../api/types/Invalid';
import type { Language } from '../../api/types/Language';
import { go, route } from '../../lib/router.svelte';
import { handleKey } from '../../lib/shortcuts';
import { setLanguage } from '../../lib/words.svelte';
import { askWhyReadOnly } from '../../lib/writing';
import { refuse } from '../../test.refusal';
import ActivityMap from './ActivityMap.svelte';
import { activityOf, elsewhereWords, formOf, lawWords, retentionWords } from './activity';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

// jsdom lays nothing out and opens no dialogs.
Element.prototype.scrollIntoView = vi.fn();
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

interface Args {
  language: Language;
  id: number;
  request: { id: number; answer: boolean; language: Language; facts: ActivityFacts; texts: ActivityTexts };
}

const years = { customer: 3, bookkeeping: 7, proof: 5 };
const facts: ActivityFacts = {
  basis: 'legitimateInterest',
  retention: 'untilObjection',
  need: 'voluntary',
  categories: ['contact'],
  subjects: ['customer'],
  places: ['phone', 'paper'],
  alone: [],
};
const texts: ActivityTexts = { name: '', purpose: '', data: '', interest: 'Lust', necessity: 'Behov', balance: 'Rimligt' };

function use(id: number, purpose: Activity['purpose'], name: string, more: Partial<Activity> = {}): Activity {
  return {
    id,
    seen: { mark: '', digest: '' },
    purpose,
    inUse: false,
    answer: null,
    held: [],
    facts,
    isFixed: false,
    texts: { ...texts, name, purpose: `För ${name}` },
    isEdited: false,
    isUntranslated: false,
    ...more,
  };
}

const sale = use(1, 'sale', 'Försäljning', {
  inUse: true,
  held: ['contact', 'purchase'],
  isFixed: true,
  facts: { ...facts, basis: 'contract', retention: 'whileCustomer', need: 'contractual', categories: [], places: [] },
});
let map: Wire;
let draft: number | null;
/** The languages in which her own use has no words. */
let untranslated: Language[];
let refusal: Invalid[] | null;

const answers: Record<string, (args: Args) => unknown> = {
  view_map: ({ language }) => inLanguage(language),
  preview_policy: () => ({ inForce: { version: 1 }, draft, pages: [], versions: [], given: 0, customers: 1, clauses: [], isTranslated: true }),
  answer_question: ({ language, request }) => change(language, request.id, { answer: request.answer, inUse: request.answer }),
  edit_activity: ({ request }) => change(request.language, request.id, { facts: request.facts, texts: request.texts, isEdited: true }),
  revert_activity: ({ language, id }) => change(language, id, { ...party, isEdited: false }),
  add_activity: ({ request }) => {
    map = { ...map, activities: [...map.activities, use(9, null, '', { ...request, inUse: true })] };
    return wire(request.language);
  },
  remove_activity: ({ language, id }) => {
    map = { ...map, activities: map.activities.filter((each) => each.id !== id) };
    return wire(language);
  },
};

function inLanguage(language: Language): Wire {
  const isUntranslated = untranslated.includes(language);
  return { ...map, activities: map.activities.map((each) => ({ ...each, isUntranslated: each.purpose === null && isUntranslated })) };
}

const wire = (language: Language) => ({ value: inLanguage(language), savedAt: '2026-11-22T13:32:00Z' });

function change(language: Language, id: number, part: Partial<Activity>) {
  if (refusal) throw Object.assign(new Error(), { code: 'invalid', fields: refusal });
  draft = 2;
  map = { ...map, activities: map.activities.map((each) => (each.id === id ? { ...each, ...part } : each)) };
  return wire(language);
}

const party = use(6, 'party', 'Hemkalas', { facts: { ...facts, subjects: ['guest', 'hostess'] } });

beforeEach(() => {
  setLanguage('sv');
  go({ name: 'map' });
  draft = null;
  untranslated = [];
  refusal = null;
  map = { activities: [sale, use(5, 'newsletter', 'Nyhetsbrev'), party], questions: [5, 6], years, suppliers: [] };
  invoke.mockReset();
  invoke.mockImplementation(async (command: string, args: Args) => answers[command]?.(args));
});
afterEach(() => askWhyReadOnly(() => null));

const question = (name: string) => screen.findByRole('heading', { name, level: 2 });
const save = () => handleKey(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }));

test('a use says what it takes, where, why she may and for how long', async () => {
  map.activities[2] = { ...party, inUse: true, answer: true, texts: { ...party.texts, data: 'vad du tycker om' } };
  map.suppliers = [
    { id: 1, name: 'Lilla Byrån AB', country: 'SE', uses: [1] },
    { id: 2, name: 'Brevduvan Inc.', country: 'US', uses: [1, 6] },
  ];
  render(ActivityMap);
  const [first, second] = within(await screen.findByRole('region', { name: 'Det här gör du' })).getAllByRole('listitem');
  expect(first).toHaveTextContent('I registret: namn och kontaktuppgifter, köp och kvitton');
  expect(first).toHaveTextContent('Får uppgifter: Lilla Byrån AB (Sverige), Brevduvan Inc. (USA)');
  expect(first).toHaveTextContent('Behövs för att kunna handla');
  expect(first).toHaveTextContent('Det behövs för det ni har kommit överens omAvtal, artikel 6.1 b');
  expect(first).toHaveTextContent('3 år efter kundens senaste köp');
  expect(second).toHaveTextContent('I telefonen och på papper: namn och kontaktuppgifter, vad du tycker om');
  expect(screen.getByText('Det här gör du inte').closest('details')).not.toHaveAttribute('open');
});

test('the questions are put one at a time, answered by button or letter, and then told', async () => {
  const user = userEvent.setup();
  render(ActivityMap);
  expect(await question('Skickar du nyhetsbrev eller erbjudanden?')).toBeVisible();
  expect(screen.getByText('Fråga 1 av 2')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Nej' }));
  const next = await question('Håller du hemkalas?');
  await waitFor(() => expect(next).toHaveFocus());
  await user.keyboard('j');
  expect(await question('Klart. Det här gör du:')).toBeVisible();
  expect(screen.getAllByRole('link', { name: 'Hemkalas' })[0]).toHaveAttribute('href', '#/map/6');
  expect(await screen.findByRole('link', { name: 'Policyn behöver en ny version' })).toHaveAttribute('href', '#/policy');
  expect(map.activities.map((each) => each.answer)).toEqual([null, false, true]);

  // Closed, the line above says it; taken again, each knows its answer.
  await user.click(screen.getByRole('button', { name: 'Stäng' }));
  expect(screen.getAllByRole('link', { name: 'Policyn behöver en ny version' })).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Gör om frågorna' }));
  expect(await screen.findByText('Förra gången svarade du nej.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Nej' }));
  expect(await screen.findByText('Förra gången svarade du ja.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Förra frågan' }));
  expect(await question('Skickar du nyhetsbrev eller erbjudanden?')).toBeVisible();
});

test('the questions can be left, and wait', async () => {
  const user = userEvent.setup();
  map.activities[1] = use(5, 'newsletter', 'Nyhetsbrev', { answer: false });
  render(ActivityMap);
  expect(await question('Håller du hemkalas?')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Svara senare' }));
  expect(screen.getByText('En fråga är kvar.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Fortsätt svara' }));
  expect(await question('Håller du hemkalas?')).toBeVisible();
});

test('an answer that was refused leaves the question where it is', async () => {
  const user = userEvent.setup();
  render(ActivityMap);
  await question('Skickar du nyhetsbrev eller erbjudanden?');
  refuse(invoke, 'answer_question', 'inUse');
  await user.click(screen.getByRole('button', { name: 'Ja' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Registret är öppet någon annanstans');
  expect(screen.getByText('Fråga 1 av 2')).toBeVisible();
});

test('where it can only be read nothing can be answered, changed, added or put back', async () => {
  const user = userEvent.setup();
  askWhyReadOnly(() => 'Öppet på en annan dator');
  map.activities[2] = { ...party, isEdited: true };
  render(ActivityMap);
  const off = (name: string) => expect(screen.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
  await question('Skickar du nyhetsbrev eller erbjudanden?');
  off('Ja');
  off('Lägg till en egen användning');
  await user.click(screen.getByRole('button', { name: 'Nej' }));
  screen.getByRole('button', { name: 'Svara senare' }).focus();
  await user.keyboard('j');
  go({ name: 'activity', id: 6 });
  await screen.findByRole('heading', { name: 'Hemkalas' });
  off('Jag gör det här');
  off('Återställ vårt förslag');
  off('Spara');
  expect(invoke.mock.calls.filter(([command]) => !['view_map', 'preview_policy'].includes(command as string))).toEqual([]);
});

test('what was changed is saved whole, and the list says it', async () => {
  const user = userEvent.setup();
  map.activities[2] = { ...party, inUse: true };
  go({ name: 'activity', id: 6 });
  render(ActivityMap);
  await user.click(await screen.findByRole('checkbox', { name: 'Födelsedag' }));
  await user.click(screen.getByRole('checkbox', { name: 'I telefonen' }));
  // The usual period follows the basis.
  await user.click(screen.getByRole('radio', { name: /Kunden har sagt ja/ }));
  expect(screen.queryByRole('textbox', { name: 'Vad vill du uppnå?' })).not.toBeInTheDocument();
  save();
  await waitFor(() => expect(route()).toEqual({ name: 'map' }));
  expect(map.activities[2]?.facts).toEqual({
    ...party.facts,
    basis: 'consent',
    retention: 'untilWithdrawn',
    categories: ['contact', 'birthday'],
    places: ['paper'],
  });
  expect(screen.getByText('På papper: namn och kontaktuppgifter, födelsedag')).toBeVisible();
});

test('what is refused is said at its field, and what is sensitive asks for a yes beforehand', async () => {
  const user = userEvent.setup();
  go({ name: 'newActivity' });
  render(ActivityMap);
  await user.click(await screen.findByRole('checkbox', { name: 'Hud och hälsa' }));
  expect(screen.getByRole('radiogroup', { name: 'Skälet' })).toHaveAccessibleDescription(/bara ha om kunden har sagt ja/);
  refuse(invoke, 'add_activity', 'invalid', { field: 'texts.name', rule: 'required' }, { field: 'facts.basis', rule: 'needsConsent' });
  save();
  expect(await screen.findByText('Känsliga uppgifter kräver samtycke. Välj det.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Namn' })).toBeInvalid();
  expect(screen.getByRole('textbox', { name: 'Namn' })).toHaveFocus();
  expect(route()).toEqual({ name: 'newActivity' });
  await user.type(screen.getByRole('textbox', { name: 'Namn' }), 'Hudtest');
  await user.click(screen.getByRole('radio', { name: /Kunden har sagt ja.*9.2 a/ }));
  save();
  await waitFor(() => expect(route()).toEqual({ name: 'map' }));
  expect(await screen.findByRole('link', { name: 'Hudtest' })).toBeVisible();
});

test('what follows from the register is told with its reason, and not chosen', async () => {
  go({ name: 'activity', id: 1 });
  render(ActivityMap);
  expect(await screen.findByText(/Därför är det inget du väljer/)).toBeVisible();
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  expect(screen.getByText('Du gör det här. Det finns uppgifter för det i registret.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Jag gör inte det här' })).not.toBeInTheDocument();
});

test('our suggestion is put back, and what was typed goes with what was changed', async () => {
  const user = userEvent.setup();
  map.activities[2] = { ...party, isEdited: true, texts: { ...party.texts, purpose: 'Mina ord' } };
  go({ name: 'activity', id: 6 });
  render(ActivityMap);
  const purpose = await screen.findByRole('textbox', { name: 'Varför, som du säger det till kunden' });
  await user.type(purpose, ' och mer');
  await user.click(screen.getByRole('button', { name: 'Återställ vårt förslag' }));
  await user.click(screen.getByRole('button', { name: 'Återställ' }));
  await waitFor(() => expect(purpose).toHaveValue('För Hemkalas'));
  expect(screen.queryByRole('button', { name: 'Återställ vårt förslag' })).not.toBeInTheDocument();
  // Nothing is unsaved: leaving asks nothing.
  go({ name: 'map' });
  expect(route()).toEqual({ name: 'map' });
});

test('one of her own is removed, whatever was typed in it', async () => {
  const user = userEvent.setup();
  map.activities.push(use(9, null, 'Utlottning', { inUse: true }));
  go({ name: 'activity', id: 9 });
  render(ActivityMap);
  await user.type(await screen.findByRole('textbox', { name: 'Namn' }), ' x');
  await user.click(screen.getByRole('button', { name: 'Ta bort' }));
  await user.click(within(screen.getByRole('dialog', { name: 'Ska Utlottning bort?' })).getByRole('button', { name: 'Ta bort' }));
  await waitFor(() => expect(route()).toEqual({ name: 'map' }));
  expect(await screen.findByText('Försäljning')).toBeVisible();
  expect(screen.queryByText('Utlottning')).not.toBeInTheDocument();
});

test('it is said in which languages her words are missing, and they can be written there', async () => {
  const user = userEvent.setup();
  untranslated = ['da', 'en'];
  map.activities.push(use(9, null, 'Utlottning', { inUse: true }));
  go({ name: 'activity', id: 9 });
  render(ActivityMap);
  expect(await screen.findByText('Dina egna ord saknas på danska och engelska.')).toBeVisible();
  const name = screen.getByRole('textbox', { name: 'Namn' });
  await user.type(name, ' x');
  expect(screen.getByRole('button', { name: 'Skriv på danska' })).toBeDisabled();
  await user.type(name, '{Backspace}{Backspace}');
  await user.click(screen.getByRole('button', { name: 'Skriv på danska' }));
  expect(screen.getByText('Du skriver på danska.')).toBeVisible();
  // What it says in Swedish stands beside.
  expect(screen.getByText('Utlottning', { selector: '[lang=sv]' })).toBeVisible();
  await user.clear(name);
  await user.type(name, 'Lodtrækning');
  save();
  await waitFor(() => expect(route()).toEqual({ name: 'map' }));
  const sent = invoke.mock.calls.find(([command]) => command === 'edit_activity')?.[1] as Args;
  expect(sent.request).toMatchObject({ id: 9, language: 'da', texts: { name: 'Lodtrækning' } });
});

test('a use that is gone is told of, and a map that cannot be read is asked for again', async () => {
  const user = userEvent.setup();
  refuse(invoke, 'view_map', 'internal');
  go({ name: 'activity', id: 77 });
  render(ActivityMap);
  await user.click(await screen.findByRole('button', { name: 'Försök igen' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Den användningen finns inte längre');
});

test('a new use begins without saying where nothing is kept', () => {
  const form = formOf(null, 'da');
  form.facts.places = ['phone'];
  expect(activityOf(form).facts.places).toEqual([]);
  form.texts.data = 'lodsedlen';
  expect(activityOf(form).facts.places).toEqual(['phone']);
  expect(activityOf(form).language).toBe('da');
});

test('the law’s name and the period are those of the use', () => {
  expect(lawWords({ ...facts, basis: 'consent' })).toBe('Samtycke, artikel 6.1 a');
  expect(lawWords({ ...facts, basis: 'consent', categories: ['photo'] })).toContain('9.2 a');
  expect(retentionWords('bookkeeping', years)).toContain('7 år');
  expect(retentionWords('proof', years)).toContain('5 år');
  expect(retentionWords('untilObjection', years)).toContain('3 år');
  expect(elsewhereWords({ facts: { ...facts, places: [] }, texts })).toBe('Utanför registret: namn och kontaktuppgifter');
  expect(elsewhereWords({ facts: { ...facts, categories: [] }, texts })).toBeNull();
});
