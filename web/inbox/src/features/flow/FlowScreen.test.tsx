import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show, workflow } from '@/test/desk';
import { unsaved } from './draft';
import FlowScreen from './FlowScreen';

const empty = { 'GET /api/roles': () => ({ items: [] }), 'POST /api/workflow/look': () => ({ faults: [], losing: {} }) };
const sent = (calls: ReturnType<typeof serve>) => calls.find(({ method }) => method === 'PUT')?.body as typeof workflow & { moves: object };

afterEach(() => unsaved.clear());

test('a state is added, an action leads to it, and both are put in force', async () => {
  const calls = serve({ ...empty, 'PUT /api/workflow': () => ({ ...workflow, version: 1 }) });
  show(<FlowScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a state' }));
  const name = within(screen.getByRole('region', { name: 'States' })).getByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'At the warehouse');
  expect(screen.getByRole('button', { name: 'At the warehouse', pressed: true })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Add an action' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Leads to' }), 'At the warehouse');
  await userEvent.click(screen.getByRole('button', { name: 'Put in force' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Put in force' })).toBeNull());
  const draft = sent(calls);
  expect(draft.version).toBe(0);
  expect(draft.states.at(-1)).toMatchObject({ key: 'state', names: { en: 'At the warehouse' } });
  expect(draft.actions.at(-1)).toMatchObject({ key: 'action', from: ['open'], to: 'state' });
});

test('what cannot work is said while it is drawn, with its place', async () => {
  serve({ ...empty, 'POST /api/workflow/look': () => ({ faults: [{ place: 'actions[0].to', why: 'There is no way out.' }], losing: { open: 3 } }) });
  show(<FlowScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a state' }));
  expect(await screen.findByText('This cannot work yet:')).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Tickets in “Open” go to' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Close → Closed' }));
  expect(screen.getByRole('combobox', { name: 'Leads to' })).toHaveAccessibleDescription('There is no way out.');
});

test('a line drawn from one state to another is an action', async () => {
  serve(empty);
  const { container } = show(<FlowScreen />);
  await screen.findByRole('button', { name: 'Open', pressed: false });
  const [dot] = container.querySelectorAll('circle[r="6"]');
  const [, target] = container.querySelectorAll('svg [transform]');
  const [x, y] = /translate\((\S+) (\S+)\)/.exec(target?.getAttribute('transform') ?? '')?.slice(1).map(Number) ?? [];
  if (!dot || x === undefined || y === undefined) throw new Error('Nothing is drawn.');
  fireEvent.pointerDown(dot, { clientX: 0, clientY: 0 });
  fireEvent.pointerUp(screen.getByRole('group', { name: 'States and the ways between them' }), { clientX: x + 10, clientY: y + 10 });
  expect(screen.getByRole('combobox', { name: 'Leads to' })).toHaveValue('closed');
});
