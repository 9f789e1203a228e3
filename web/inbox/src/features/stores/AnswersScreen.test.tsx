import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import type { Store, StoreChange } from '@shared/api/schema';
import AnswersScreen from './AnswersScreen';
import { unsaved } from './unsaved';

const tea: Store = { id: 's1', name: 'Tea', color: '#333333', language: 'cs', active: true, confirmation: { on: true, texts: { en: 'Got it: {number}. {store}', cs: 'Máme to: {number}. {store}', pl: 'p', ko: 'k', ru: 'r' }, closedTexts: { en: 'ce', cs: 'cc', pl: 'cp', ko: 'ck', ru: 'cr' } }, followUpAfterDays: 30, signature: 'Your tea', quotes: 'last', calendar: null, look: { framed: false, logo: '', footer: '' }, portal: { notice: false, origin: '' }, spam: {} };
const cups: Store = { ...tea, id: 's2', name: 'Cups', confirmation: { on: false, texts: {} } };

const saves = ({ body }: { body: unknown }) => {
  const change = body as StoreChange;
  return { ...tea, ...change, confirmation: { ...change.confirmation, texts: { ...change.confirmation?.texts, en: change.confirmation?.texts.en ?? '' } } };
};
const open = (answer: (call: { body: unknown }) => unknown = saves, stores: Store[] = [tea]) => {
  const calls = serve({ 'GET /api/stores': () => ({ items: stores }), 'PUT /api/stores/s1': answer });
  return { calls, ...show(<AnswersScreen />) };
};
const english = async () => {
  await userEvent.click(await screen.findByRole('radio', { name: 'English' }));
  return screen.getByRole('textbox', { name: 'Text: English' });
};
const leaving = () => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};

afterEach(() => unsaved.clear());

test("the text opens in the store's language, and its preview carries a number and the store's name", async () => {
  open();
  expect(await screen.findByRole('textbox', { name: 'Text: Čeština' })).toHaveValue('Máme to: {number}. {store}');
  expect(screen.getByRole('figure')).toHaveTextContent('Máme to: #1042. Tea');
});

test('what is changed is saved whole, and said to be', async () => {
  const { calls } = open();
  fireEvent.change(await english(), { target: { value: 'Thanks, {number}!' } });
  expect(screen.getByRole('figure')).toHaveTextContent('Thanks, #1042!');
  expect(screen.getByRole('status')).toHaveTextContent('Not saved yet');
  fireEvent.change(screen.getByRole('spinbutton'), { target: { value: '14' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ confirmation: { ...tea.confirmation, texts: { ...tea.confirmation.texts, en: 'Thanks, {number}!' } }, followUpAfterDays: 14, signature: 'Your tea', quotes: 'last', look: tea.look, portal: tea.portal });
});

test('the signature and what is quoted are saved with the rest', async () => {
  const { calls } = open();
  fireEvent.change(await screen.findByRole('textbox', { name: 'Signature' }), { target: { value: '{agent}, {store}' } });
  await userEvent.selectOptions(screen.getByLabelText('Earlier messages under an answer'), 'None');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ signature: '{agent}, {store}', quotes: 'none' });
});

test('the look of all mail is shown while it is chosen, and saved', async () => {
  const { calls } = open();
  await userEvent.type(await screen.findByRole('textbox', { name: 'Footer' }), 'Tea Ltd');
  await userEvent.click(screen.getByRole('switch', { name: /on a sheet/ }));
  expect(screen.getByRole('group', { name: 'What mail looks like' })).toHaveTextContent('Tea Ltd');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ look: { framed: true, logo: '', footer: 'Tea Ltd' } });
});

test("a text left empty comes back with the helpdesk's own words", async () => {
  open(() => tea);
  fireEvent.change(await english(), { target: { value: '' } });
  expect(screen.getByRole('figure')).toHaveTextContent("the helpdesk's own words are sent");
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('textbox', { name: 'Text: English' })).toHaveValue('Got it: {number}. {store}');
});

test.each([
  ['followUpAfterDays', 'Give a number of days.', () => screen.getByRole('spinbutton')],
  ['signature', 'A signature has at most 2000 characters.', () => screen.getByRole('textbox', { name: 'Signature' })],
  ['confirmation', 'A text has at most 5000 characters.', () => screen.getByRole('textbox', { name: /^Text/ })],
])("the server's word against %s stands beside it, and nothing typed is lost", async (field, sentence, find) => {
  open(() => new Refusal(422, { code: 'field-invalid', title: sentence, errors: { [field]: sentence } }));
  fireEvent.change(await english(), { target: { value: 'Mine' } });
  fireEvent.change(screen.getByRole('spinbutton'), { target: { value: '9999' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(sentence);
  expect(find()).toHaveAccessibleDescription(sentence);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('textbox', { name: /^Text/ })).toHaveValue('Mine');
  expect(screen.getByRole('spinbutton')).toHaveValue(9999);
});

test('a server that does not answer is told, with all that was typed', async () => {
  open(() => new TypeError('offline'));
  fireEvent.change(await english(), { target: { value: 'Mine' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('nothing has been saved');
  expect(screen.getByRole('textbox', { name: /^Text/ })).toHaveValue('Mine');
});

test('leaving with something unsaved asks first, and another page of the desk does not lose it', async () => {
  const { unmount } = open();
  await english();
  expect(leaving()).toBe(false);
  fireEvent.change(screen.getByRole('textbox', { name: /^Text/ }), { target: { value: 'Half a sen' } });
  expect(leaving()).toBe(true);
  unmount();
  open();
  expect(await english()).toHaveValue('Half a sen');
  await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(screen.getByRole('textbox', { name: /^Text/ })).toHaveValue('Got it: {number}. {store}');
  expect(leaving()).toBe(false);
});

test('several stores are told apart by name, and a confirmation that is off shows no text', async () => {
  open(saves, [tea, cups]);
  await userEvent.click(within(await screen.findByRole('heading', { name: 'Cups' })).getByRole('button'));
  const form = within(screen.getByRole('form', { name: 'Cups' }));
  expect(screen.queryByRole('form', { name: 'Tea' })).toBeNull();
  expect(form.queryByRole('textbox', { name: /^Text/ })).toBeNull();
  await userEvent.click(form.getByRole('switch', { name: 'Confirm new requests' }));
  expect(form.getByRole('textbox', { name: /^Text/ })).toHaveValue('');
});

test('the only store is not named', async () => {
  open();
  await screen.findByRole('switch', { name: 'Confirm new requests' });
  expect(screen.queryByRole('heading', { name: 'Tea' })).toBeNull();
});

test('stores that cannot be loaded are told, and asked for again', async () => {
  serve({ 'GET /api/stores': () => new Refusal(403, { title: 'Only admins.' }) });
  show(<AnswersScreen />);
  expect(await screen.findByRole('alert')).toHaveTextContent('Only admins.');
});

test('a store with a calendar has words of its own for when it is closed, and one without has none', async () => {
  const { calls } = open(saves, [{ ...tea, calendar: 'k1', confirmation: { ...tea.confirmation, closedTexts: { en: 'Until {opens}, {store}' } } }]);
  await english();
  const words = screen.getByRole('textbox', { name: 'Text while closed: English' });
  expect(screen.getAllByRole('figure')[1]).toHaveTextContent(/Until Monday.*1 January.*09:00, Tea/);
  fireEvent.change(words, { target: { value: 'Soon' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((calls.at(-1)?.body as StoreChange).confirmation?.closedTexts?.en).toBe('Soon');
});

test('a store that never closes is asked for no words for when it does', async () => {
  open();
  await english();
  expect(screen.queryByRole('textbox', { name: /while closed/ })).toBeNull();
});

test('a store chooses that its answers leave as a notice, and the address of the desk is filled in', async () => {
  const { calls } = open();
  await userEvent.click(await screen.findByRole('switch', { name: 'Send answers as a notice with a link' }));
  expect(screen.getByRole('textbox', { name: 'Public address of the desk' })).toHaveValue(location.origin);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ portal: { notice: true, origin: location.origin } });
});

test('an address that leads nowhere is told where it stands', async () => {
  open(() => new Refusal(422, { code: 'field-invalid', title: 'No.', errors: { 'portal.origin': 'Give the public address.' } }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Public address of the desk' }), { target: { value: 'https://x/y' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Give the public address.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Public address of the desk' })).toBeInvalid();
});
