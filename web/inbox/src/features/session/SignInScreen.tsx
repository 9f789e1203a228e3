import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@shared/api/client';
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
  const { data: setup } = useQuery({ queryKey: ['setup'], queryFn: () => api.open<{ needed: boolean }>('/api/setup') });
  useEffect(() => {
    if (setup?.needed) go('/setup', { replace: true });
  }, [setup]);
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
