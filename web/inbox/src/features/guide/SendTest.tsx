import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent, Channel } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Banner, useReason } from '@shared/ui/Notice';
import { usePushMail } from './api';
import styles from './Guide.module.css';
import { testMail } from './mime';

const patience = 30_000;

/** Sends a small mail the way a mail server would; says so when it takes long. */
export function SendTest({ channel, from, arrived }: { channel: Channel; from: Agent; arrived: boolean }) {
  const { t } = useTranslation();
  const reason = useReason();
  const push = usePushMail(channel);
  const [late, setLate] = useState(false);
  const waiting = push.isSuccess && !arrived;

  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [waiting]);

  const start = () => {
    setLate(false);
    const subject = t('setup.testSubject', { number: 1 + Math.floor(Math.random() * 9000) });
    push.mutate(testMail({ from: { name: from.name, address: from.email }, to: channel.address ?? '', subject, text: t('setup.testText') }));
  };

  const busy = push.isPending || (waiting && !late);
  return (
    <>
      <p>{t('setup.testLead')}</p>
      {!arrived && (
        <Button icon="send" className={styles.start} busy={busy} disabled={busy} onClick={start}>
          {push.isPending ? t('composer.sending') : busy ? t('setup.waiting') : t('setup.send')}
        </Button>
      )}
      {late && !arrived && <Banner tone="warn">{t('setup.late')}</Banner>}
      {push.isError && (
        <Banner tone="bad" live="assertive">
          {t('setup.testFailed')} {reason(push.error)}
        </Banner>
      )}
    </>
  );
}
