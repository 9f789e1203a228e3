import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { useLive } from '@/features/live/api';
import { LiveBadge } from '@/features/live/LiveBadge';
import { fetchMe } from '@/features/session/api';
import { useViews } from '@/features/views/api';
import { ViewNav } from '@/features/views/ViewNav';
import { speak } from '@shared/i18n';
import { useFormat } from '@shared/i18n/format';
import { useKeys } from '@shared/keys/useKeys';
import { go } from '@shared/router';
import { Button, IconButton } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import { Mark } from '@shared/ui/Mark';
import { NavLink } from '@shared/ui/NavLink';
import { Empty } from '@shared/ui/Notice';
import { undoLatest } from '@shared/ui/toast';
import { useStored } from '@shared/ui/useStored';
import { ChannelTrouble } from './ChannelTrouble';
import { Connection } from './Connection';
import { InboxScreen } from './InboxScreen';
import { viewPath, type Route } from './routes';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu';
import { useShellCommands } from './useShellCommands';

const AnswersScreen = lazy(() => import('@/features/stores/AnswersScreen'));
const CalendarsScreen = lazy(() => import('@/features/calendars/CalendarsScreen'));
const ChatForm = lazy(() => import('@/features/chat/ChatForm').then(({ ChatForm }) => ({ default: ChatForm })));
const ChannelsScreen = lazy(() => import('@/features/channels/ChannelsScreen'));
const StoresScreen = lazy(() => import('@/features/stores/StoresScreen'));
const LabelsScreen = lazy(() => import('@/features/labels/LabelsScreen'));
const DepartmentsScreen = lazy(() => import('@/features/departments/DepartmentsScreen'));
const DeliverabilityScreen = lazy(() => import('@/features/deliverability/DeliverabilityScreen'));
const FormsScreen = lazy(() => import('@/features/forms/FormsScreen'));
const HealthScreen = lazy(() => import('@/features/health/HealthScreen'));
const NewConversation = lazy(() => import('@/features/composer/NewConversation'));
const Palette = lazy(() => import('./AppPalette'));
const KeysHelp = lazy(() => import('@/features/help/KeysHelp').then(({ KeysHelp }) => ({ default: KeysHelp })));

export type Overlay = 'palette' | 'keys' | 'new' | null;

/** Everything around the pages: views, the agent's menu, keys that work everywhere. */
export function Shell({ route }: { route: Exclude<Route, { page: 'setup' }> }) {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const [folded, setFolded] = useStored('layout:sidebar', false);
  const [drawer, setDrawer] = useState(false);
  const [overlay, setOverlay] = useState<Overlay>(null);
  useLive();
  useTitle();

  useEffect(() => {
    void fetchMe().then(
      (agent) => speak(agent.language),
      () => undefined,
    );
  }, []);

  const showSidebar = () => (matchMedia('(max-width: 960px)').matches ? setDrawer(!drawer) : setFolded(!folded));
  const commands = useShellCommands({ onOverlay: setOverlay, onSidebar: showSidebar });
  const keys = useMemo(
    () => ({
      'g i': () => go(viewPath('open')),
      'g m': () => go(viewPath('mine')),
      'g u': () => go(viewPath('unassigned')),
      'g r': () => go(viewPath('unread')),
      'g s': me.role === 'admin' ? () => go('/settings/channels') : undefined,
      c: () => setOverlay('new'),
      z: () => void undoLatest(),
      '?': () => setOverlay('keys'),
    }),
    [me.role],
  );
  useKeys({ ...keys, '[': showSidebar, 'mod+k': () => setOverlay(overlay === 'palette' ? null : 'palette') });

  const current = route.page === 'inbox' ? route.view : null;
  return (
    <div className={cx(styles.shell, folded && styles.folded, drawer && styles.drawn)}>
      <div className={styles.sidebar} inert={folded && !drawer ? true : undefined}>
        <header className={styles.top}>
          <Mark size={22} />
          <span className={styles.brand}>Helpdesk MX</span>
          <LiveBadge />
          <IconButton icon="sidebar" size="s" label={t('shell.hideSidebar')} shortcut="[" onClick={showSidebar} />
        </header>
        <Button icon="plus" className={styles.new} aria-keyshortcuts="c" onClick={() => setOverlay('new')}>
          {t('shell.new')}
        </Button>
        <div className={styles.views}>
          <ViewNav current={current} hrefOf={viewPath} onChoose={() => setDrawer(false)} />
        </div>
        <div className={styles.bottom}>
          {me.role === 'admin' && (
            <nav aria-label={t('shell.admin')}>
              <NavLink to="/settings/channels" icon="settings" current={route.page === 'channels'} onClick={() => setDrawer(false)}>
                {t('channels.title')}
              </NavLink>
              <NavLink to="/settings/stores" icon="tag" current={route.page === 'stores'} onClick={() => setDrawer(false)}>
                {t('stores.title')}
              </NavLink>
              <NavLink to="/settings/departments" icon="users" current={route.page === 'departments'} onClick={() => setDrawer(false)}>
                {t('departments.title')}
              </NavLink>
              <NavLink to="/settings/labels" icon="star" current={route.page === 'labels'} onClick={() => setDrawer(false)}>
                {t('labels.title')}
              </NavLink>
              <NavLink to="/settings/answers" icon="reply" current={route.page === 'answers'} onClick={() => setDrawer(false)}>
                {t('answers.title')}
              </NavLink>
              <NavLink to="/settings/forms" icon="form" current={route.page === 'forms'} onClick={() => setDrawer(false)}>
                {t('forms.title')}
              </NavLink>
              <NavLink to="/settings/calendars" icon="clock" current={route.page === 'calendars'} onClick={() => setDrawer(false)}>
                {t('calendars.title')}
              </NavLink>
              <NavLink to="/settings/deliverability" icon="checks" current={route.page === 'deliverability'} onClick={() => setDrawer(false)}>
                {t('deliverability.title')}
              </NavLink>
              <NavLink to="/settings/health" icon="pulse" current={route.page === 'health'} onClick={() => setDrawer(false)}>
                {t('health.title')}
              </NavLink>
            </nav>
          )}
          <UserMenu onKeys={() => setOverlay('keys')} />
        </div>
      </div>
      {drawer && <button type="button" className={styles.scrim} aria-label={t('shell.hideSidebar')} onClick={() => setDrawer(false)} />}
      <div className={styles.main}>
        <Connection client={client} />
        {me.role === 'admin' && <ChannelTrouble />}
        {route.page === 'inbox' ? (
          <InboxScreen route={route} sidebarHidden={folded} onSidebar={showSidebar} onCommands={commands.offer} onOverlay={setOverlay} />
        ) : (
          <div className={styles.page}>
            <div className={cx(styles.bar, folded && styles.barShown)}>
              <IconButton icon="menu" label={t('shell.showSidebar')} shortcut="[" onClick={showSidebar} />
            </div>
            <Suspense>
              {route.page === 'nowhere' || me.role !== 'admin' ? (
                <main>
                  <Empty icon="search" title={t('shell.nowhere')} action={<Button onClick={() => go('/')}>{t('shell.toInbox')}</Button>} />
                </main>
              ) : route.page === 'channels' ? (
                <ChannelsScreen chatForm={(channel) => channel.chat && <ChatForm channel={channel} chat={channel.chat} />} />
              ) : route.page === 'stores' ? (
                <StoresScreen />
              ) : route.page === 'departments' ? (
                <DepartmentsScreen />
              ) : route.page === 'labels' ? (
                <LabelsScreen />
              ) : route.page === 'answers' ? (
                <AnswersScreen />
              ) : route.page === 'calendars' ? (
                <CalendarsScreen />
              ) : route.page === 'forms' ? (
                <FormsScreen />
              ) : route.page === 'deliverability' ? (
                <DeliverabilityScreen />
              ) : (
                <HealthScreen problems={route.problems} />
              )}
            </Suspense>
          </div>
        )}
      </div>
      <Suspense>
        {overlay === 'palette' && <Palette commands={commands.all} onClose={() => setOverlay(null)} />}
        {overlay === 'keys' && <KeysHelp onClose={() => setOverlay(null)} />}
        {overlay === 'new' && <NewConversation onClose={() => setOverlay(null)} onMade={(id) => go(`/tickets/${id}`)} />}
      </Suspense>
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
