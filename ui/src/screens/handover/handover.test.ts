import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session.svelte';
import type { Language } from '../../api/types/Language';
import type { PrepareHandOver } from '../../api/types/PrepareHandOver';
import { setLanguage } from '../../lib/words.svelte';
import HandOver from './HandOver.svelte';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

let speaks: Language | null;
let answers: Record<string, (args: { request: PrepareHandOver; locked: boolean }) => unknown>;
let files: { id: number }[];
const made = { value: { folder: '12-2026-11-22', files: ['12.pdf', '12.json'] }, savedAt: '2026-11-22T13:32:00Z' };

beforeEach(() => {
  setLanguage('sv');
  speaks = null;
  files = [];
  const mention = { field: 'customer.notes', before: 'Syster till ', after: '.', covered: true };
  answers = {
    open_customer: () => ({ id: 12, number: 12, fields: { givenName: 'Elin', familyName: 'Bergdahl', language: speaks }, history: [], attachments: files }),
    // The words on the page tell which choices it was made with.
    prepare_hand_over: ({ request, locked }) => ({
      pages: [{ width: 210, height: 297, items: [{ kind: 'text', x: 0, y: 9, width: 9, size: 4, face: 'regular', ink: 'ink', text: `${request.language} ${request.keep}${locked ? ' locked' : ''}` }] }],
      mentions: [
        { ...mention, id: 0, words: 'Karin Almgren' },
        { ...mention, id: 1, words: '070-174 06 12' },
      ],
    }),
    hand_over: () => made,
    show_handed_over: () => null,
  };
  invoke.mockReset();
  invoke.mockImplementation(async (command: string, args: { request: PrepareHandOver; locked: boolean }) => answers[command]?.(args));
});

async function shown() {
  const user = userEvent.setup();
  render(HandOver, { id: 12 });
  await screen.findByRole('article');
  return user;
}

const handOver = () => screen.getByRole('button', { name: 'Lämna ut uppgifter' });
const calls = (command: string) => invoke.mock.calls.filter(([each]) => each === command).map(([, args]) => args.request);

test('it is prepared in the customer’s language, or in the window’s when hers is not known', async () => {
  await shown();
  expect(calls('prepare_hand_over')).toEqual([{ customerId: 12, language: 'sv', keep: [] }]);
});

test('the customer’s own language is taken first', async () => {
  speaks = 'da';
  const user = await shown();
  expect(screen.getByRole('article')).toHaveAttribute('lang', 'da');
  await user.click(screen.getByRole('button', { name: 'Engelska' }));
  await screen.findByText('en');
  expect(calls('prepare_hand_over').map(({ language }) => language)).toEqual(['da', 'en']);
});

test('others are covered until she lets them stand, and just that is handed over', async () => {
  const user = await shown();
  const cover = screen.getByRole('switch', { name: 'Täck över Karin Almgren' });
  expect(cover).toBeChecked();
  expect(screen.getAllByText('Anteckning')).toHaveLength(2);
  await user.click(screen.getByRole('switch', { name: 'Täck över 070-174 06 12' }));
  await screen.findByText('sv 1');
  await user.click(cover);
  await screen.findByText('sv 1,0');
  await user.click(cover);
  await screen.findByText('sv 1');
  await user.click(handOver());
  expect(await screen.findByText('Klart, i mappen 12-2026-11-22.')).toBeVisible();
  expect(calls('hand_over')).toEqual([{ prepared: { customerId: 12, language: 'sv', keep: [1] }, password: null }]);
  const files = screen.getByRole('list', { name: 'Filer i mappen' });
  expect(files).toHaveTextContent('12.pdf12.json');
  // However many files there are, what to do next stands before them.
  const show = screen.getByRole('button', { name: 'Visa mappen' });
  expect(show.compareDocumentPosition(files)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await user.click(show);
  expect(invoke).toHaveBeenLastCalledWith('show_handed_over', undefined);
  expect(screen.getByRole('link', { name: 'Till kunden' })).toHaveAttribute('href', '#/customers/12');
});

test('a press while the preview is renewed is done once it shows the latest choice, and only then', async () => {
  const user = await shown();
  const plain = answers['prepare_hand_over'];
  const waiting: (() => void)[] = [];
  answers['prepare_hand_over'] = async (args) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return plain?.(args);
  };
  await user.click(screen.getByRole('button', { name: 'Danska' }));
  await user.click(screen.getByRole('button', { name: 'Engelska' }));
  await user.click(handOver());
  const doing = screen.getByRole('button', { name: 'Gör i ordning' });
  expect(doing).toHaveAttribute('aria-busy', 'true');
  waiting[0]?.();
  await user.click(doing);
  expect(calls('hand_over')).toEqual([]);
  waiting[1]?.();
  expect(await screen.findByText('Klart, i mappen 12-2026-11-22.')).toBeVisible();
  expect(screen.queryByText('da')).not.toBeInTheDocument();
  expect(calls('hand_over').map(({ prepared }) => prepared.language)).toEqual(['en']);
});

test('what was pressed is not done when the preview fails', async () => {
  const user = await shown();
  const plain = answers['prepare_hand_over'];
  let fail = () => {};
  answers['prepare_hand_over'] = () => new Promise((_, reject) => (fail = () => reject({ code: 'internal', fields: [] })));
  await user.click(screen.getByRole('button', { name: 'Danska' }));
  await user.click(handOver());
  fail();
  expect(await screen.findByRole('alert')).toBeVisible();
  if (plain) answers['prepare_hand_over'] = plain;
  await user.click(screen.getByRole('button', { name: 'Försök igen' }));
  await screen.findByText('da');
  expect(handOver()).not.toHaveAttribute('aria-busy');
  expect(calls('hand_over')).toEqual([]);
});

test('the preview is of a locked copy when it is to be locked', async () => {
  const user = await shown();
  await user.click(screen.getByRole('switch', { name: 'Lås PDF:en med ett lösenord' }));
  expect(await screen.findByText('sv locked')).toBeVisible();
  await user.click(screen.getByRole('switch', { name: 'Lås PDF:en med ett lösenord' }));
  expect(await screen.findByText('sv')).toBeVisible();
});

test('what others may be in is said whether or not a name was found, and of her files only when she has some', async () => {
  await shown();
  expect(screen.getByText(/^De här orden ser ut att handla om en annan kund/)).toHaveTextContent('Läs ändå igenom hela svaret');
  expect(screen.queryByText(/filer lämnas ut som de är/)).not.toBeInTheDocument();
});

test('where no name was found, her files are looked at all the same', async () => {
  files = [{ id: 1 }];
  const plain = answers['prepare_hand_over'];
  answers['prepare_hand_over'] = (args) => ({ ...(plain?.(args) as object), mentions: [] });
  await shown();
  expect(screen.getByText(/^Kundbok hittade ingen annan kund/)).toHaveTextContent('Läs ändå igenom hela svaret');
  expect(screen.getByText(/^Kundens filer lämnas ut som de är/)).toBeVisible();
});

test('nothing is handed over where the register can only be read', async () => {
  session.heard({ kind: 'standing', standing: { elsewhere: null, changed: true } });
  const user = await shown();
  expect(handOver()).toHaveAccessibleDescription(/^Registret har ändrats från ett annat håll\. Välj ”Läs in på nytt”/);
  await user.click(handOver());
  expect(calls('hand_over')).toEqual([]);
  session.heard({ kind: 'standing', standing: { elsewhere: null, changed: false } });
  await user.click(handOver());
  expect(await screen.findByText('Klart, i mappen 12-2026-11-22.')).toBeVisible();
});

test('a preview that failed is not handed over, and can be tried again', async () => {
  const user = await shown();
  const plain = answers['prepare_hand_over'];
  answers['prepare_hand_over'] = () => Promise.reject({ code: 'internal', fields: [] });
  await user.click(screen.getByRole('button', { name: 'Danska' }));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(handOver()).toBeDisabled();
  if (plain) answers['prepare_hand_over'] = plain;
  await user.click(screen.getByRole('button', { name: 'Försök igen' }));
  await screen.findByText('da');
  expect(handOver()).toBeEnabled();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('the password is said to be too short at its field, and leaves the other files out', async () => {
  const user = await shown();
  expect(screen.getByText(/en PDF, en JSON-fil, tabeller i CSV och kundens filer/)).toBeVisible();
  await user.click(screen.getByRole('switch', { name: 'Lås PDF:en med ett lösenord' }));
  expect(screen.getByText(/bara PDF:en/)).toBeVisible();
  answers['hand_over'] = () => Promise.reject({ code: 'invalid', fields: [{ field: 'password', rule: 'tooWeak' }] });
  await user.click(handOver());
  const field = screen.getByLabelText('Lösenord till PDF:en');
  await waitFor(() => expect(field).toBeInvalid());
  expect(field).toHaveAccessibleDescription(/på ett annat sätt än du skickar filen.*behöver minst sex tecken/);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Visa lösenordet' }));
  expect(field).toHaveAttribute('type', 'text');
  await user.type(field, 'tallbarr');
  answers['hand_over'] = () => made;
  await user.click(handOver());
  expect(await screen.findByText(/Berätta lösenordet för kunden på ett annat sätt/)).toBeVisible();
  expect(calls('hand_over').map(({ password }) => password)).toEqual(['', 'tallbarr']);
});

test('a dialog that was cancelled leaves everything as it was', async () => {
  answers['hand_over'] = () => null;
  const user = await shown();
  await user.click(handOver());
  expect(handOver()).toBeEnabled();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a customer that is gone is said to be gone', async () => {
  answers['open_customer'] = () => Promise.reject({ code: 'notFound', fields: [] });
  render(HandOver, { id: 12 });
  expect(await screen.findByRole('alert')).toHaveTextContent('Det finns inte längre');
  expect(screen.queryByRole('button', { name: 'Lämna ut uppgifter' })).not.toBeInTheDocument();
});
