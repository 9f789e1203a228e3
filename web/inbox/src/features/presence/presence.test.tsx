import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, serve, show } from '@/test/desk';
import { useAway, useHeartbeat } from './api';

function Probe() {
  useHeartbeat();
  const { away, turn } = useAway();
  return <button onClick={() => turn(!away)}>{away ? 'away' : 'there'}</button>;
}

test('the desk hears that one is there, and when one goes', async () => {
  let away = false;
  const calls = serve({
    'GET /api/presence': () => ({ items: [{ agent: me.id, there: !away, away }] }),
    'PUT /api/presence': ({ body }) => {
      away = (body as { away: boolean | null }).away ?? away;
    },
  });
  show(<Probe />);
  await userEvent.click(await screen.findByRole('button', { name: 'there' }));
  expect(await screen.findByRole('button', { name: 'away' })).toBeVisible();
  await waitFor(() => expect(calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([{ away: null }, { away: true }]));
});
