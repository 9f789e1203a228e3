import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import type { Command } from '@/features/palette/api';
import { signOut } from '@/features/session/api';
import { useViews } from '@/features/views/api';
import { languages } from '@shared/i18n';
import { useNamed } from '@shared/i18n/useNamed';
import { go } from '@shared/router';
import { setTheme } from '@shared/style/theme';
import { viewPath } from './routes';
import { pagesFor, settingsPath } from './settings';
import type { Overlay } from './Shell';
import { themes, useLanguageChoice } from './UserMenu';

interface ShellCommands {
  onOverlay: (overlay: Overlay) => void;
  onSidebar: () => void;
}

const shortcuts: Record<string, string> = { open: 'g i', mine: 'g m', unassigned: 'g u', unread: 'g r' };

/** What the palette offers anywhere, and a place for the screen below to offer more. */
export function useShellCommands({ onOverlay, onSidebar }: ShellCommands) {
  const { t } = useTranslation();
  const me = useMe();
  const named = useNamed();
  const { data: views = [] } = useViews();
  const chooseLanguage = useLanguageChoice();
  const [offered, setOffered] = useState<Command[]>([]);
  const offer = useCallback((commands: Command[]) => setOffered(commands), []);

  const places = t('palette.places');
  const settings = t('palette.settings');
  const all: Command[] = [
    ...offered,
    { key: 'new', label: t('shell.new'), group: t('palette.actions'), icon: 'plus', shortcut: 'c', run: () => onOverlay('new') },
    ...views.map((view): Command => ({ key: `view:${view.key}`, label: named(view.names, view.key), group: places, icon: 'inbox', shortcut: shortcuts[view.key], run: () => go(viewPath(view.key)) })),
    ...pagesFor(me.role).map(({ name, title, icon }): Command => ({ key: name, label: t(title), group: settings, icon, shortcut: name === 'channels' ? 'g s' : undefined, run: () => go(settingsPath(name)) })),
    ...(me.role === 'admin' ? [{ key: 'problems', label: t('problems.title'), group: settings, icon: 'alert' as const, run: () => go('/admin/problems') }] : []),
    ...themes.map(({ key, label, icon }): Command => ({ key: `theme:${key}`, label: `${t('user.theme')}: ${t(label)}`, group: settings, icon, run: () => setTheme(key) })),
    ...languages.map(({ key, name }): Command => ({ key: `language:${key}`, label: `${t('user.language')}: ${name}`, group: settings, icon: 'globe', run: () => chooseLanguage(key) })),
    { key: 'sidebar', label: t('keys.sidebar'), group: settings, icon: 'sidebar', shortcut: '[', run: onSidebar },
    { key: 'keys', label: t('keys.title'), group: settings, icon: 'help', shortcut: '?', run: () => onOverlay('keys') },
    { key: 'out', label: t('user.signOut'), group: settings, icon: 'leave', run: () => void signOut() },
  ];
  return { all, offer };
}
