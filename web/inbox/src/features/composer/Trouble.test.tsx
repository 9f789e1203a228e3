import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, Refusal, serve, show, ticket } from '@/test/desk';
import { Composer } from './Composer';
import { setEnterSends } from './habits';
import { setSending } from './sending';
import { sendWaiting, useOutgoing } from './useOutgoing';

const reply = 'POST /api/tickets/t1/actions/reply';
const box = () => screen.getByRole('textbox', { name: 'Your reply' });

function Desk() {
  useOutgoing();
  return <Composer ticket={ticket} onNext={() => undefined} />;
}

const write = async (text: string) => {
  await userEvent.click(box());
  await userEvent.keyboard(text);
};
const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}');
const posts = (calls: ReturnType<typeof serve>) => calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/reply'));

afterEach(() => setSending('t1', undefined));

test('what is sent without a connection waits to be seen, also after a reload, and goes out under its key', async () => {
  let up = false;
  const calls = serve({ [reply]: () => (up ? { ...ticket, version: 5 } : new Error('offline')) });
  const { unmount } = show(<Desk />);
  await write('Hello');
  await send();
  expect(await screen.findByText(/will be sent when the connection is back/)).toBeVisible();
  expect(box()).toHaveValue('Hello');
  unmount();
  show(<Desk />);
  expect(await screen.findByText(/will be sent when the connection is back/)).toBeVisible();
  up = true;
  sendWaiting();
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(new Set(posts(calls).map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
});

test('what waits can be taken back and is not sent then', async () => {
  const calls = serve({ [reply]: () => new Error('offline') });
  show(<Desk />);
  await write('Hello');
  await send();
  await userEvent.click(await screen.findByRole('button', { name: 'Back into the box' }));
  expect(screen.queryByText(/will be sent when/)).toBeNull();
  const before = posts(calls).length;
  sendWaiting();
  await userEvent.type(box(), ' Anna');
  expect(box()).toHaveValue('Hello Anna');
  expect(posts(calls)).toHaveLength(before);
});

test.each([
  [413, {}, /larger than the server takes.*Your text is kept/],
  [500, { title: 'The disk is full.' }, /The disk is full\..*no fault of yours/],
  [422, { title: 'That cannot be.' }, /That cannot be\. Your text is kept/],
])('a refusal with %i says what happened, and the words stay', async (status, body, said) => {
  serve({ [reply]: () => new Refusal(status, { code: 'x', ...body }) });
  show(<Desk />);
  await write('Hello');
  await send();
  expect(await screen.findByText(said)).toBeVisible();
  expect(box()).toHaveValue('Hello');
});

test('a server that takes no more just now is asked again by itself', async () => {
  let refused = 0;
  const calls = serve({ [reply]: () => (refused++ === 0 ? new Refusal(429, { code: 'slow', title: 'Slow down.' }, { 'Retry-After': '0' }) : { ...ticket, version: 5 }) });
  show(<Desk />);
  await write('Hello');
  await send();
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(new Set(posts(calls).map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
});

test('Enter sends where the agent wants it, and Shift with it begins a line', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  show(<Composer ticket={ticket} onNext={() => undefined} />);
  setEnterSends(true);
  await write('One{Shift>}{Enter}{/Shift}two{Enter}');
  await waitFor(() => expect(posts(calls)).toHaveLength(1));
  expect(posts(calls)[0]?.body).toMatchObject({ text: 'One\ntwo' });
});

test('the way of sending chosen last is the button’s from then on', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  show(<Composer ticket={ticket} onNext={() => undefined} />);
  await write('Done');
  await userEvent.click(screen.getByRole('button', { name: 'More ways to send' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Send and close' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  await write('Again');
  await userEvent.click(screen.getByRole('button', { name: 'Send and close' }));
  await waitFor(() => expect(posts(calls)).toHaveLength(2));
  expect(posts(calls)[1]?.body).toMatchObject({ text: 'Again', then: 'close' });
});

test('a newer draft from another machine says so, and the words from here can be had back', async () => {
  localStorage.setItem('draft:me:t1', JSON.stringify({ reply: 'From here', at: 1000 }));
  serve({ 'GET /api/tickets/t1/draft': () => ({ mode: 'reply', reply: 'From there', note: '', at: new Date().toISOString() }), 'PUT /api/tickets/t1/draft': ({ body }) => body });
  show(<Composer ticket={ticket} onNext={() => undefined} />);
  expect(await screen.findByText(/You wrote this on another machine/)).toBeVisible();
  expect(box()).toHaveValue('From there');
  await userEvent.click(screen.getByRole('button', { name: 'Show what was here' }));
  expect(box()).toHaveValue('From here');
});

test('of twenty files three leave at once, and all arrive', async () => {
  const waiting: (() => void)[] = [];
  let most = 0;
  let now = 0;
  serve();
  vi.stubGlobal('fetch', ((before: typeof fetch) => async (...asked: Parameters<typeof fetch>) => {
    const [address] = asked;
    if (typeof address !== 'string' || !address.includes('/api/uploads')) return before(...asked);
    most = Math.max(most, ++now);
    await new Promise<void>((done) => waiting.push(done));
    now--;
    return new Response(JSON.stringify({ id: crypto.randomUUID(), name: 'f', contentType: 'text/plain', size: 1 }));
  })(fetch));
  show(<Composer ticket={ticket} onNext={() => undefined} />);
  await userEvent.click(box());
  const files = Array.from({ length: 20 }, (_, index) => new File(['x'], `f${index}.txt`));
  await userEvent.upload(screen.getByLabelText('Attach files', { selector: 'input' }), files);
  expect(screen.getAllByText('waits')).toHaveLength(17);
  for (let index = 0; index < 20; index++) {
    await waitFor(() => expect(waiting.length).toBeGreaterThan(index));
    waiting[index]?.();
  }
  await waitFor(() => expect(screen.getAllByText('1 byte')).toHaveLength(20));
  expect(most).toBe(3);
});

test('who may not close is offered no way of sending that closes, whatever was chosen last', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }), 'GET /api/roles': () => ({ items: [{ id: 'answers', name: 'Answers', states: [], grants: [{ action: 'reply' }] }] }) });
  localStorage.setItem('send-way:me', 'close');
  show(<Composer ticket={ticket} onNext={() => undefined} />, { ...me, role: 'answers' });
  await write('Done');
  await userEvent.click(screen.getByRole('button', { name: 'More ways to send' }));
  expect(screen.queryByRole('menuitem', { name: 'Send and close' })).toBeNull();
  expect(screen.getByRole('menuitem', { name: 'Send and go to next' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(posts(calls)).toHaveLength(1));
  expect(posts(calls)[0]?.body).not.toHaveProperty('then');
});
