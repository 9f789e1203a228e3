import { useTranslation } from 'react-i18next';
import { apiUrl } from '@shared/api/place';
import type { SetupResult } from '@shared/api/schema';
import { go } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { CopyField } from '@shared/ui/CopyField';
import page from '@shared/ui/Page.module.css';
import styles from './Setup.module.css';
import { TestMail } from './TestMail';

/** How mail gets here, with what to copy, and a test of it. */
export function SetupDone({ result }: { result: SetupResult }) {
  const { t } = useTranslation();
  const { id, address, key, url: path } = result.channel;
  const url = apiUrl(path);
  return (
    <>
      <section className={page.card}>
        <h2>{t('setup.forward')}</h2>
        <p className={styles.text}>{t('setup.forwardLead', { address })}</p>
        <CopyField label={t('channels.mailUrl')} value={url} />
        {key !== null && (
          <>
            <CopyField label={t('channels.key')} value={key} />
            <CopyField label={t('setup.urlWithKey')} value={`${url}?key=${encodeURIComponent(key)}`} />
          </>
        )}
        <p className={styles.text}>{t('setup.forwardHint')}</p>
      </section>
      {key !== null && address !== null && <TestMail channel={{ id, key, address }} from={result.agent} />}
      <Button kind="primary" className={styles.submit} onClick={() => go('/')}>
        {t('setup.toInbox')}
      </Button>
    </>
  );
}
