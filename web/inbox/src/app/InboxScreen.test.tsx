import { screen, waitFor } from '@testing-library/react';
import { serve, show } from '@/test/desk';
import { Toasts } from '@shared/ui/Toasts';
import { InboxScreen } from './InboxScreen';
import { rememberView, routeOf } from './routes';

const open = (path: string) => {
  history.replaceState(null, '', path);
  const route = routeOf(path);
  if (route.page !== 'inbox') throw new Error(path);
  return show(
    <>
      <InboxScreen route={route} sidebarHidden={false} onSidebar={() => undefined} onCommands={() => undefined} onOverlay={() => undefined} />
      <Toasts />
    </>,
  );
};

test('a view that was deleted leads to every open ticket, says so, and is not where one begins tomorrow', async () => {
  serve({ 'GET /api/views': () => ({ items: [{ key: 'open', group: 'shared', names: { en: 'All open' }, count: 1, more: false, own: false }] }) });
  rememberView('open');
  open('/inbox/saved-x?label=vip');
  expect(await screen.findByText('This view is no longer there')).toBeVisible();
  await waitFor(() => expect(location.pathname + location.search).toBe('/inbox/open?label=vip'));
  expect(routeOf('/')).toMatchObject({ view: 'open' });
});
