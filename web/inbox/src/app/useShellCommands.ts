import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgents, useMe } from '@/features/agents/api';
import { noticeKinds, useNotices } from '@/features/notices/api';
import type { Command } from '@/features/palette/api';
import { signOut } from '@/features/session/api';
import { densities, layouts, setArrangement, useArrangement } from '@/features/tickets/api';
import { useViews } from '@/features/views/api';
import { languages } from '@shared/i18n';
import { useNamed } from '@shared/i18n/useNamed';
import { keyOf } from '@shared/keys/table';
import { go } from '@shared/router';
import { setTheme } from '@shared/style/theme';
import { inboxPath, viewPath } from './routes';
import { pagesFor, settingsPath } from './settings';
import type { Overlay } from './Shell';
import { themes, useLanguageChoice } from './UserMenu';

interface ShellCommands {
  onOverlay: (overlay: Overlay) => void;
  onSidebar: () => void;
}

const shortcuts: Record<string, string> = { open: keyOf('goOpen'), mine: keyOf('goMine'), unassigned: keyOf('goUnassigned'), unread: keyOf('goUnread') };

/** What the palette offers anywhere, and a place for the screen below to offer more. */
export function useShellCommands({ onOverlay, onSidebar }: ShellCommands) {
  const { t } = useTranslation();
  const me = useMe();
  const named = useNamed();
  const { data: views = [] } = useViews();
  const chooseLanguage = useLanguageChoice();
  const [offered, setOffered] = useState<Command[]>([]);
  const offer = useCallback((commands: Command[]) => setOffered(commands), []);

  const arrangement = useArrangement();
  const agents = useAgents();
  const { notices, turn } = useNotices();
  const looks = t('arrange.label');
  const places = t('palette.places');
  const settings = t('palette.settings');
  const all: Command[] = [
    ...offered,
    { key: 'new', label: t('shell.new'), group: t('palette.actions'), icon: 'plus', shortcut: keyOf('new'), run: () => onOverlay('new') },
    ...views.map((view): Command => ({ key: `view:${view.key}`, label: named(view.names, view.key), group: places, icon: 'inbox', shortcut: shortcuts[view.key], run: () => go(viewPath(view.key)) })),
    ...pagesFor(me.role).map(({ name, title, icon }): Command => ({ key: name, label: t(title), group: settings, icon, shortcut: name === 'channels' ? keyOf('goSettings') : undefined, run: () => go(settingsPath(name)) })),
    ...(me.role === 'admin' ? [{ key: 'problems', label: t('problems.title'), group: settings, icon: 'alert' as const, run: () => go('/admin/problems') }] : []),
    ...layouts.map((layout): Command => ({ key: `layout:${layout}`, label: `${t('arrange.layout')}: ${t(`layout.${layout}`)}`, group: looks, icon: 'layout', shortcut: arrangement.layout === layout ? keyOf('layout') : undefined, run: () => setArrangement({ layout }) })),
    ...densities.map((density): Command => ({ key: `density:${density}`, label: `${t('arrange.density')}: ${t(`density.${density}`)}`, group: looks, icon: 'layout', run: () => setArrangement({ density }) })),
    ...noticeKinds.map((kind): Command => ({ key: `notice:${kind}`, label: `${t(`notices.${kind}`)}: ${t(notices[kind] ? 'notices.off' : 'notices.on')}`, group: looks, icon: 'bell', run: () => turn(kind, !notices[kind]) })),
    ...agents.filter(({ active, id }) => active && id !== me.id).map((agent): Command => ({ key: `agent:${agent.id}`, label: t('arrange.ticketsOf', { name: agent.name }), words: agent.email, group: places, icon: 'user', run: () => go(inboxPath({ view: 'open', assignee: agent.id })) })),
    ...themes.map(({ key, label, icon }): Command => ({ key: `theme:${key}`, label: `${t('user.theme')}: ${t(label)}`, group: settings, icon, run: () => setTheme(key) })),
    ...languages.map(({ key, name }): Command => ({ key: `language:${key}`, label: `${t('user.language')}: ${name}`, group: settings, icon: 'globe', run: () => chooseLanguage(key) })),
    { key: 'sidebar', label: t('keys.sidebar'), group: settings, icon: 'sidebar', shortcut: keyOf('sidebar'), run: onSidebar },
    { key: 'keys', label: t('keys.title'), group: settings, icon: 'help', shortcut: keyOf('help'), run: () => onOverlay('keys') },
    { key: 'out', label: t('user.signOut'), group: settings, icon: 'leave', run: () => void signOut() },
  ];
  return { all, offer };
}
