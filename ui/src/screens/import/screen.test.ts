import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { AdjustImport } from '../../api/types/AdjustImport';
import type { ImportPreview } from '../../api/types/ImportPreview';
import { setLanguage } from '../../lib/words.svelte';
import Import from './Import.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const savedAt = '2026-11-22T13:32:00Z';
let file: ImportPreview | null;
let answers: Record<string, (args: { request: AdjustImport }) => unknown>;

beforeEach(() => {
  setLanguage('sv');
  session.customers = 3;
  file = {
    columns: [
      { heading: 'Namn', target: 'fullName', samples: ['Elin Bergdahl'], filled: 412, governmentId: false },
      { heading: 'Mobil', target: 'mobile', samples: ['070-174 06 38'], filled: 400, governmentId: false },
      { heading: 'Personnummer', target: 'ignore', samples: ['19900405-0000'], filled: 12, governmentId: true },
      { heading: 'Fax', target: 'ignore', samples: [], filled: 0, governmentId: false },
    ],
    dateOrder: 'dayMonthYear',
    dateOrderUncertain: false,
    total: 415,
    ready: 412,
    rows: [{ row: 2, name: 'Elin Bergdahl', phones: '070-174 06 38', emails: '', town: 'Lillvik', birthday: '--03-14' }],
    problems: [
      { row: 14, column: '', value: '070-174 06 44', reason: 'noName', wholeRow: true },
      { row: 88, column: 'Mobil', value: '12', reason: 'unreadable', wholeRow: false },
    ],
    leftOut: 3,
    delimiter: ';',
    encoding: 'Windows-1252',
  };
  answers = {
    choose_import_file: () => file,
    paste_import: () => file,
    adjust_import: ({ request }) =>
      file && {
        ...file,
        dateOrder: request.dateOrder,
        columns: file.columns.map((column, at) => ({ ...column, target: request.targets[at] ?? column.target })),
      },
    confirm_import: () => ({ value: { added: 412, leftOut: 3 }, savedAt }),
    cancel_import: () => null,
  };
  invoke.mockReset();
  invoke.mockImplementation(async (command: string, args: { request: AdjustImport }) => answers[command]?.(args));
});

async function shown() {
  const user = userEvent.setup();
  render(Import);
  await user.click(screen.getByRole('button', { name: 'Välj fil' }));
  await screen.findByRole('heading', { name: 'Kolumner' });
  return user;
}

const becomes = (heading: string) => screen.getByRole('combobox', { name: `${heading} blir` });
const adjusted = () => invoke.mock.calls.filter(([command]) => command === 'adjust_import').map(([, args]) => args.request);

test('a dialog that was cancelled changes nothing', async () => {
  file = null;
  const user = userEvent.setup();
  render(Import);
  await user.click(screen.getByRole('button', { name: 'Välj fil' }));
  expect(screen.getByRole('button', { name: 'Välj fil' })).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('what was found is said in words, and nothing is taken in before the source is told', async () => {
  const user = await shown();
  expect(screen.getByText('415 rader hittades. 412 kunder går att ta in.')).toBeVisible();
  expect(screen.getByText(/^Semikolon mellan kolumnerna\. Tecknen är lästa som Windows-1252/)).toBeVisible();
  expect(becomes('Mobil')).toHaveDisplayValue('Mobil');
  expect(becomes('Personnummer')).toHaveDisplayValue('Tas inte in');
  expect(screen.getByText(/Ser ut som personnummer/)).toBeVisible();
  expect(screen.queryByRole('combobox', { name: 'Fax blir' })).not.toBeInTheDocument();
  expect(screen.getByText('En tom kolumn')).toBeVisible();
  expect(screen.queryByRole('combobox', { name: 'Hur datumen är skrivna' })).not.toBeInTheDocument();

  const rows = screen.getByRole('group', { name: 'Så här blir kunderna' });
  expect(within(rows).getByRole('row', { name: /Elin Bergdahl.*14 mars/ })).toBeVisible();
  const problems = screen.getByRole('group', { name: 'Det som inte kommer med' });
  expect(within(problems).getByRole('row', { name: /^14 Raden har inget namn\. Hela raden stannar utanför/ })).toBeVisible();
  expect(within(problems).getByRole('row', { name: /^88 .*Resten av raden kommer med\. Mobil: 12/ })).toBeVisible();

  const take = screen.getByRole('button', { name: 'Ta in 412 kunder' });
  expect(take).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Säg först varifrån de kommer' }));
  expect(screen.getByRole('combobox', { name: 'Uppgifterna kom från' })).toHaveFocus();
  expect(screen.queryByText(/inom en månad/)).not.toBeInTheDocument();

  await user.selectOptions(screen.getByRole('combobox', { name: 'Uppgifterna kom från' }), 'Egen kontakt');
  expect(screen.queryByText(/inom en månad/)).not.toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Uppgifterna kom från' }), 'Hemkalas');
  expect(screen.getByText(/inom en månad/)).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Mer om det' }), 'Birgitta Nordén');
  await user.click(take);
  expect(await screen.findByText('412 kunder är intagna.')).toBeVisible();
  expect(screen.getByText('3 rader lämnades utanför.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Visa kunderna' })).toHaveAttribute('href', '#/customers');
  expect(invoke).toHaveBeenCalledWith('confirm_import', { request: { source: 'party', sourceDetail: 'Birgitta Nordén' } });
  expect(session.customers).toBe(415);
});

test('the latest choice wins: changes wait for each other, none is lost, and nothing is taken in meanwhile', async () => {
  const user = await shown();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Uppgifterna kom från' }), 'Hemkalas');
  const plain = answers['adjust_import'];
  let release = () => {};
  answers['adjust_import'] = async (args) => {
    await new Promise<void>((resolve) => (release = resolve));
    return plain?.(args);
  };
  await user.selectOptions(becomes('Mobil'), 'Anteckning');
  await user.selectOptions(becomes('Personnummer'), 'Etiketter');
  await user.selectOptions(becomes('Mobil'), 'Annan telefon');
  expect(adjusted()).toHaveLength(1);
  const take = screen.getByRole('button', { name: 'Ta in 412 kunder' });
  expect(take).toHaveAttribute('aria-busy', 'true');
  await user.click(take);
  release();
  await waitFor(() => expect(adjusted()).toHaveLength(2));
  expect(adjusted()[1]?.targets).toEqual(['fullName', 'otherPhone', 'tags', 'ignore']);
  release();
  await waitFor(() => expect(take).not.toHaveAttribute('aria-busy'));
  expect(becomes('Mobil')).toHaveDisplayValue('Annan telefon');
  expect(becomes('Personnummer')).toHaveDisplayValue('Etiketter');
  expect(invoke).not.toHaveBeenCalledWith('confirm_import', expect.anything());
});

test('a change that failed goes back to what the preview shows', async () => {
  const user = await shown();
  answers['adjust_import'] = () => Promise.reject({ code: 'internal', fields: [] });
  await user.selectOptions(becomes('Mobil'), 'Anteckning');
  expect(await screen.findByRole('alert')).toHaveTextContent('Något gick fel i Kundbok');
  expect(becomes('Mobil')).toHaveDisplayValue('Mobil');
});

test('the order of dates is asked only when the dates do not tell it', async () => {
  if (file) file.dateOrderUncertain = true;
  const user = await shown();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Hur datumen är skrivna' }), 'Månad, dag, år (4/5/1990)');
  await waitFor(() => expect(adjusted()).toHaveLength(1));
  expect(adjusted()[0]).toEqual({ targets: ['fullName', 'mobile', 'ignore', 'ignore'], dateOrder: 'monthDayYear' });
});

test('with nobody to take in it says so, and what to look at', async () => {
  if (file) Object.assign(file, { ready: 0, rows: [], leftOut: 415 });
  const user = await shown();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Uppgifterna kom från' }), 'Hemkalas');
  expect(screen.getByRole('button', { name: 'Ta in 0 kunder' })).toBeDisabled();
  expect(screen.getByText(/Se efter vilken kolumn som är namnet/)).toBeVisible();
});

test.each([
  ['invalid', 'file', 'empty', 'Listan är tom. Inget är ändrat i registret. Se efter i filen'],
  ['invalid', 'file', 'binary', 'Filen innehåller inte text. Inget är ändrat i registret. Öppna den i Excel'],
  ['invalid', 'file', 'unclosedQuote', 'Ett citattecken i listan avslutas aldrig. Inget är ändrat i registret. Öppna den i Excel'],
  ['fileFailed', 'file', 'tooLarge', 'Listan är för stor. Inget är ändrat i registret. Kundbok läser högst'],
  ['fileFailed', 'file', 'gone', 'Filen gick inte att läsa eller skriva. Mappen eller filen finns inte längre.'],
])('a file refused with %s %s %s says why, that nothing is changed, and what to do', async (code, field, rule, words) => {
  answers['choose_import_file'] = () => Promise.reject({ code, fields: [{ field, rule }] });
  const user = userEvent.setup();
  render(Import);
  await user.click(screen.getByRole('button', { name: 'Välj fil' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
});

test('a pasted table is read, and leaving the screen forgets it', async () => {
  const user = userEvent.setup();
  const { unmount } = render(Import);
  await user.click(screen.getByRole('button', { name: 'Klistra in en tabell' }));
  expect(screen.getByRole('button', { name: 'Läs tabellen' })).toBeDisabled();
  await user.type(screen.getByRole('textbox', { name: 'Tabellen' }), 'Namn');
  await user.click(screen.getByRole('button', { name: 'Läs tabellen' }));
  expect(invoke).toHaveBeenCalledWith('paste_import', { text: 'Namn' });
  await screen.findByRole('heading', { name: 'Kolumner' });
  unmount();
  expect(invoke).toHaveBeenLastCalledWith('cancel_import', undefined);
});
