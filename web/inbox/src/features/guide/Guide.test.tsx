import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, serve, show, ticket } from '@/test/desk';
import type { Channel } from '@shared/api/schema';
import { Guide } from './Guide';

const channel = { id: 'c1', kind: 'email', name: 'Help', address: 'help@shop.test', key: 'k&y', url: '/api/ingest/email/c1' } as Channel;
const nothing = { 'GET /api/tickets': () => ({ items: [], next: null }) };
const of = (kind: Channel['kind'], url: string) => ({ ...channel, kind, url, address: null });

test('a test mail goes the way of the channel, and the first ticket it brings is linked', async () => {
  let arrived = false;
  const calls = serve({
    'GET /api/tickets': () => ({ items: arrived ? [ticket] : [], next: null }),
    'POST /api/ingest/email/c1': () => {
      arrived = true;
      return { id: 'i' };
    },
  });
  show(<Guide channel={channel} from={me} />);
  expect(await screen.findByText('Waiting for the first message…')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send a test mail' }));
  expect(await screen.findByRole('link', { name: 'Open the ticket' }, { timeout: 5000 })).toHaveAttribute('href', '/tickets/t1');
  expect(calls.find(({ method }) => method === 'POST')?.path).toBe('/api/ingest/email/c1?key=k%26y');
  expect(calls[0]?.path).toContain('channel=c1');
});

test.each([
  [of('form', '/api/ingest/form/c1'), '/api/forms/c1'],
  [of('chat', '/api/chat/c1'), '/widget/loader.js" data-channel="c1"></script>'],
  [of('whatsapp', '/api/ingest/meta/c1'), '/api/ingest/meta/c1'],
])('%s is connected by its own address', async (one, shown) => {
  serve(nothing);
  show(<Guide channel={one} from={me} />);
  expect(await screen.findByText((text) => text.includes(shown))).toBeVisible();
});

test("Meta's webhook is proved by the channel's key", () => {
  serve(nothing);
  show(<Guide channel={of('messenger', '/api/ingest/meta/c1')} from={me} />);
  expect(screen.getByText('k&y')).toBeVisible();
});
