import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetupNeeded } from '@/features/setup/api';
import type { Language } from '@shared/api/schema';
import { choose, languages, speak } from '@shared/i18n';
import { go } from '@shared/router';
import { Icon } from '@shared/ui/Icon';
import { Mark } from '@shared/ui/Mark';
import styles from './SignIn.module.css';
import { SignInWays } from './SignInWays';

export function SignInScreen() {
  const { t, i18n } = useTranslation();
  // Where nobody can sign in yet, the first admin is made.
  const needed = useSetupNeeded();
  useEffect(() => {
    if (needed) go('/setup', { replace: true });
  }, [needed]);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Mark size={40} />
          <h1>{t('signIn.title')}</h1>
          <p>{t('signIn.lead')}</p>
        </div>
        <SignInWays onDone={(agent) => void speak(agent.language)} />
        <label className={styles.foot}>
          <Icon name="globe" />
          <span className="visually-hidden">{t('user.language')}</span>
          <select value={i18n.language} onChange={(event) => void choose(event.target.value as Language)}>
            {languages.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </main>
  );
}
