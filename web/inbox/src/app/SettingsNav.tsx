import { useTranslation } from 'react-i18next';
import type { TextKey } from '@shared/i18n';
import { NavLink } from '@shared/ui/NavLink';
import { useMe } from '@/features/agents/api';
import { pagesFor, settingsPath, type SettingsPage } from './settings';
import styles from './SettingsNav.module.css';

const groups: { key: SettingsPage['group']; label: TextKey }[] = [
  { key: 'ways', label: 'settings.ways' },
  { key: 'work', label: 'settings.work' },
  { key: 'people', label: 'settings.people' },
  { key: 'desk', label: 'settings.desk' },
];

/** The pages of settings, in place of the views while one of them is open. */
export default function SettingsNav({ current, onChoose }: { current: string; onChoose: () => void }) {
  const { t } = useTranslation();
  const pages = pagesFor(useMe().role);
  return (
    <nav aria-label={t('shell.admin')} className={styles.nav}>
      <NavLink to="/" icon="back" current={false} onClick={onChoose}>
        {t('shell.toInbox')}
      </NavLink>
      {groups
        .filter(({ key }) => pages.some(({ group }) => group === key))
        .map((group) => (
        <section key={group.key}>
          <h2 className={styles.heading}>{t(group.label)}</h2>
          {pages
            .filter((page) => page.group === group.key)
            .map((page) => (
              <NavLink key={page.name} to={settingsPath(page.name)} icon={page.icon} current={page.name === current} onClick={onChoose}>
                {t(page.title)}
              </NavLink>
            ))}
        </section>
      ))}
    </nav>
  );
}
