import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { enterSends, holdSeconds, setEnterSends, setHold } from '@/features/composer/api';
import { noticeKinds, useNotices } from '@/features/notices/api';
import { useAway } from '@/features/presence/api';
import { saveLanguage, signOut } from '@/features/session/api';
import type { TextKey } from '@shared/i18n';
import { choose, languages } from '@shared/i18n';
import { keyOf } from '@shared/keys/table';
import { setTheme, useTheme, type Theme } from '@shared/style/theme';
import { Avatar } from '@shared/ui/Avatar';
import { Icon, type IconName } from '@shared/ui/Icon';
import { Menu } from '@shared/ui/Menu';
import { useReason } from '@shared/ui/Notice';
import { Pill } from '@shared/ui/Pill';
import { tell } from '@shared/ui/toast';
import styles from './UserMenu.module.css';

const ProfileDialog = lazy(() => import('@/features/profile/ProfileDialog'));

export const themes: { key: Theme; label: TextKey; icon: IconName }[] = [
  { key: 'light', label: 'user.light', icon: 'sun' },
  { key: 'dark', label: 'user.dark', icon: 'moon' },
  { key: 'system', label: 'user.system', icon: 'monitor' },
];

/** Speaks the language at once, and asks the server to remember it. */
export function useLanguageChoice() {
  const { t } = useTranslation();
  const reason = useReason();
  return (language: (typeof languages)[number]['key']) =>
    void choose(language)
      .then(() => saveLanguage(language))
      .catch((error: unknown) => tell(`${t('user.languageNotKept')} ${reason(error)}`, { tone: 'bad' }));
}

export function UserMenu({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const theme = useTheme();
  const chooseLanguage = useLanguageChoice();
  const { away, turn: turnAway } = useAway();
  const { notices, turn } = useNotices();
  const [profile, setProfile] = useState(false);
  const [hold, setHeld] = useState(() => holdSeconds() !== null);
  const turnHold = (on: boolean) => {
    setHold(on);
    setHeld(on);
  };
  const [enter, setEnter] = useState(enterSends);
  const turnEnter = (on: boolean) => {
    setEnterSends(on);
    setEnter(on);
  };
  return (
    <>
      <Menu
        label={t('user.menu')}
        groups={[
          { key: 'theme', label: t('user.theme'), items: themes.map(({ key, label, icon }) => ({ key, label: t(label), icon, checked: theme === key, onSelect: () => setTheme(key) })) },
          { key: 'language', label: t('user.language'), items: languages.map(({ key, name }) => ({ key, label: name, checked: i18n.language === key, onSelect: () => chooseLanguage(key) })) },
          { key: 'notices', label: t('notices.label'), items: noticeKinds.map((kind) => ({ key: kind, label: t(`notices.${kind}`), icon: kind === 'sound' ? 'sound' as const : 'bell' as const, checked: notices[kind], onSelect: () => turn(kind, !notices[kind]) })) },
          {
            key: 'rest',
            items: [
              { key: 'away', label: t(away ? 'user.there' : 'user.away'), icon: 'clock', onSelect: () => turnAway(!away) },
              { key: 'hold', label: t(hold ? 'hold.on' : 'hold.off'), icon: 'undo', checked: hold, onSelect: () => turnHold(!hold) },
              { key: 'enter', label: t('write.enterSends'), icon: 'send', checked: enter, onSelect: () => turnEnter(!enter) },
              { key: 'profile', label: t('profile.title'), icon: 'user', onSelect: () => setProfile(true) },
              { key: 'palette', label: t('keys.palette'), icon: 'search', shortcut: keyOf('palette'), onSelect: onPalette },
              { key: 'keys', label: t('keys.title'), icon: 'help', shortcut: keyOf('help'), onSelect: onKeys },
              { key: 'out', label: t('user.signOut'), icon: 'leave', onSelect: () => void signOut() },
            ],
          },
        ]}
        trigger={(props) => (
          <button {...props} type="button" className={styles.user} title={t('user.menu')}>
            <Avatar name={me.name} picture={me.picture} size={26} />
            <span className={styles.name}>{me.name}</span>
            {away && <Pill tone="warn">{t('user.isAway')}</Pill>}
            <Icon name="down" size={14} />
          </button>
        )}
      />
      {profile && (
        <Suspense>
          <ProfileDialog onClose={() => setProfile(false)} />
        </Suspense>
      )}
    </>
  );
}
