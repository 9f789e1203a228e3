import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, serve, show, ticket } from '@/test/desk';
import { Composer } from './Composer';
import { refreshDrafts, useDrafted } from './drafted';

const Marked = () => <p data-testid="marked">{[...useDrafted()].filter(Boolean).join(' ')}</p>;

const own = (id: string, part: object) => localStorage.setItem(`draft:${me.id}:${id}`, JSON.stringify({ reply: 'Hello', ...part }));

test('a draft begun on another machine is marked here, and one sent there is marked no more', async () => {
  let items = [{ ticketId: 't1', at: '2025-06-01T10:00:00Z' }];
  serve({ 'GET /api/drafts': () => ({ items }) });
  own('t1', { at: 5, kept: 5 });
  own('t2', { at: 5, kept: 5 });
  const { client } = show(<Marked />);
  await waitFor(() => expect(screen.getByTestId('marked')).toHaveTextContent(/^t1$/));
  items = [];
  await refreshDrafts(client);
  await waitFor(() => expect(screen.getByTestId('marked')).toBeEmptyDOMElement());
});

test('what the server has yet to hear of is marked on this machine', async () => {
  serve();
  own('t3', { at: 6, kept: 5 });
  show(<Marked />);
  await waitFor(() => expect(screen.getByTestId('marked')).toHaveTextContent(/^t3$/));
});

test('a draft the server has taken is left to the server to tell of', async () => {
  const calls = serve({ 'PUT /api/tickets/t1/draft': ({ body }) => body, 'GET /api/tickets/t1/draft': () => undefined });
  show(<Composer ticket={ticket} onNext={() => undefined} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Your reply' }), 'Hi');
  await waitFor(() => expect(calls.some(({ method, path }) => method === 'PUT' && path.endsWith('/draft'))).toBe(true), { timeout: 3000 });
  await waitFor(() => {
    const { at, kept } = JSON.parse(localStorage.getItem(`draft:${me.id}:t1`) ?? '{}') as { at: number; kept: number };
    expect(kept).toBe(at);
  });
});
