import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { useBegun } from '@/features/bulk/api';
import { useLive } from '@/features/live/api';
import { LiveBadge } from '@/features/live/LiveBadge';
import { useNoticesOn } from '@/features/notices/api';
import { useHeartbeat } from '@/features/presence/api';
import { fetchMe } from '@/features/session/api';
import { useViews } from '@/features/views/api';
import { ViewNav } from '@/features/views/ViewNav';
import { speak } from '@shared/i18n';
import { useFormat } from '@shared/i18n/format';
import { withTexts } from '@shared/i18n/withTexts';
import { bind, keyOf } from '@shared/keys/table';
import { useKeys } from '@shared/keys/useKeys';
import { go } from '@shared/router';
import { Boundary } from '@shared/ui/Boundary';
import { Button, IconButton } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import { Mark } from '@shared/ui/Mark';
import { NavLink } from '@shared/ui/NavLink';
import { Empty } from '@shared/ui/Notice';
import { tell, undoLatest } from '@shared/ui/toast';
import { useStored } from '@shared/ui/useStored';
import { ChannelTrouble } from './ChannelTrouble';
import { Connection } from './Connection';
import { InboxScreen } from './InboxScreen';
import { inboxPath, viewPath, type Route } from './routes';
import { pagesFor, settingsPath } from './settings';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu';
import { useShellCommands } from './useShellCommands';

const NewConversation = lazy(() => import('@/features/composer/NewConversation'));
const Palette = withTexts(() => import('./AppPalette'));
const SettingsNav = withTexts(() => import('./SettingsNav'));
const JobLine = lazy(() => import('@/features/bulk/JobLine'));
const Notices = lazy(() => import('@/features/notices/Notices'));
const KeysHelp = lazy(() => import('@/features/help/KeysHelp').then(({ KeysHelp }) => ({ default: KeysHelp })));

export type Overlay = 'palette' | 'keys' | 'new' | null;

/** Everything around the pages: views, the agent's menu, keys that work everywhere. */
export function Shell({ route }: { route: Exclude<Route, { page: 'setup' | 'join' | 'design' }> }) {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const [folded, setFolded] = useStored('layout:sidebar', false);
  const [drawer, setDrawer] = useState(false);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const begun = useBegun();
  const noticing = useNoticesOn();
  useLive();
  useHeartbeat();
  useTitle();

  useEffect(() => {
    void fetchMe().then(
      (agent) => speak(agent.language),
      () => undefined,
    );
  }, []);

  const show = (what: Overlay) => {
    setDrawer(false); // it would lie over what is shown next
    setOverlay(what);
  };
  const lose = () => {
    setOverlay(null);
    tell(t('error.broken'), { tone: 'bad', action: { label: t('retry'), run: () => location.reload() } });
  };
  const showSidebar = () => (matchMedia('(max-width: 960px)').matches ? setDrawer(!drawer) : setFolded(!folded));
  const commands = useShellCommands({ onOverlay: setOverlay, onSidebar: showSidebar });
  useKeys(
    bind({
      goOpen: () => go(viewPath('open')),
      goMine: () => go(viewPath('mine')),
      goUnassigned: () => go(viewPath('unassigned')),
      goUnread: () => go(viewPath('unread')),
      goSettings: () => go(settingsPath(me.role === 'admin' ? 'channels' : 'replies')),
      new: () => setOverlay('new'),
      undo: () => void undoLatest(),
      help: () => setOverlay('keys'),
      sidebar: showSidebar,
      palette: () => setOverlay(overlay === 'palette' ? null : 'palette'),
    }),
  );

  const current = route.page === 'inbox' ? route.view : null;
  const page = route.page === 'settings' ? pagesFor(me.role).find(({ name }) => name === route.name) : undefined;
  return (
    <div className={cx(styles.shell, folded && styles.folded, drawer && styles.drawn)}>
      <div className={styles.sidebar} inert={folded && !drawer ? true : undefined}>
        <header className={styles.top}>
          <Mark size={22} />
          <span className={styles.brand}>Helpdesk MX</span>
          <LiveBadge />
          <IconButton icon="sidebar" size="s" label={t('shell.hideSidebar')} shortcut={keyOf('sidebar')} onClick={showSidebar} />
        </header>
        <Button icon="plus" className={styles.new} aria-keyshortcuts={keyOf('new')} onClick={() => show('new')}>
          {t('shell.new')}
        </Button>
        <div className={styles.views}>
          <Boundary key={route.page}>
            {route.page === 'settings' ? (
              <Suspense>
                <SettingsNav current={route.name} onChoose={() => setDrawer(false)} />
              </Suspense>
            ) : (
              <ViewNav current={current} hrefOf={viewPath} onChoose={() => setDrawer(false)} />
            )}
          </Boundary>
        </div>
        <div className={styles.bottom}>
          {route.page !== 'settings' && (
            <NavLink to={settingsPath(me.role === 'admin' ? 'channels' : 'replies')} icon="settings" current={false} onClick={() => setDrawer(false)}>
              {t('shell.admin')}
            </NavLink>
          )}
          <UserMenu onPalette={() => show('palette')} onKeys={() => show('keys')} />
        </div>
      </div>
      {drawer && <button type="button" className={styles.scrim} aria-label={t('shell.hideSidebar')} onClick={() => setDrawer(false)} />}
      <div className={styles.main}>
        <Connection client={client} />
        {me.role === 'admin' && <ChannelTrouble />}
        <Suspense>{begun && <JobLine key={begun.id} begun={begun} hrefOf={(id) => inboxPath({ view: 'all' }, id)} />}</Suspense>
        <Boundary key={route.page === 'settings' ? route.name : route.page}>
          {route.page === 'inbox' ? (
            <InboxScreen route={route} sidebarHidden={folded} onSidebar={showSidebar} onCommands={commands.offer} onOverlay={setOverlay} />
          ) : (
            <div className={styles.page}>
              <div className={cx(styles.bar, folded && styles.barShown)}>
                <IconButton icon="menu" label={t('shell.showSidebar')} shortcut={keyOf('sidebar')} onClick={showSidebar} />
              </div>
              <Suspense>
                {page ? (
                  <page.Screen />
                ) : (
                  <main>
                    <Empty icon="search" title={t('shell.nowhere')} action={<Button onClick={() => go('/')}>{t('shell.toInbox')}</Button>} />
                  </main>
                )}
              </Suspense>
            </div>
          )}
        </Boundary>
      </div>
      <Boundary onBroken={() => undefined}>
        <Suspense>{noticing && <Notices open={route.page === 'inbox' ? route.ticket : null} hrefOf={(id) => inboxPath({ view: 'all' }, id)} />}</Suspense>
      </Boundary>
      {/* What is typed before it is there is nobody's key. */}
      <Boundary key={overlay} onBroken={lose}>
        <Suspense fallback={overlay !== null && <span data-popup="" hidden />}>
          {overlay === 'palette' && <Palette commands={commands.all} onClose={() => setOverlay(null)} />}
          {overlay === 'keys' && <KeysHelp onClose={() => setOverlay(null)} />}
          {overlay === 'new' && <NewConversation onClose={() => setOverlay(null)} onMade={(id) => go(`/tickets/${id}`)} />}
        </Suspense>
      </Boundary>
    </div>
  );
}

/** The number of unread tickets in the title, so that it is seen from another tab. */
function useTitle() {
  const format = useFormat();
  const unread = useViews().data?.find((view) => view.key === 'unread');
  const count = unread?.count ? `(${format.number(unread.count)}${unread.more ? '+' : ''}) ` : '';
  useEffect(() => {
    document.title = `${count}Helpdesk MX`;
  }, [count]);
}
