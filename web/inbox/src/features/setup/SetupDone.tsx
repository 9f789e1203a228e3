import { useTranslation } from 'react-i18next';
import { Guide } from '@/features/guide/api';
import type { SetupResult } from '@shared/api/schema';
import { go } from '@shared/router';
import { Button } from '@shared/ui/Button';
import page from '@shared/ui/Page.module.css';
import styles from './Setup.module.css';

/** How mail gets here, with what to copy, and a test of it. */
export function SetupDone({ result }: { result: SetupResult }) {
  const { t } = useTranslation();
  return (
    <>
      <section className={page.card}>
        <h2>{t('setup.forward')}</h2>
        <Guide channel={result.channel} from={result.agent} />
      </section>
      <Button kind="primary" className={styles.submit} onClick={() => go('/')}>
        {t('setup.toInbox')}
      </Button>
    </>
  );
}
