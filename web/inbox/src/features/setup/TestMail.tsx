import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent, TicketRow } from '@shared/api/schema';
import { Link } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { Banner, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { findBySubject, pushMail } from './api';
import { testMail } from './mime';
import styles from './Setup.module.css';

type Stage = { at: 'ready' } | { at: 'sending' } | { at: 'waiting'; subject: string; since: number } | { at: 'late'; subject: string } | { at: 'arrived'; row: TicketRow } | { at: 'failed'; error: unknown };

const often = 700;
const patience = 30_000;

/** Sends a small mail the way a mail server would, and watches it become a ticket. */
export function TestMail({ channel, from }: { channel: { id: string; key: string; address: string }; from: Agent }) {
  const { t } = useTranslation();
  const reason = useReason();
  const [stage, setStage] = useState<Stage>({ at: 'ready' });
  const tries = useRef(0);

  const start = async () => {
    setStage({ at: 'sending' });
    const subject = t('setup.testSubject', { number: ++tries.current + Math.floor(Math.random() * 9000) });
    try {
      await pushMail(channel, testMail({ from: { name: from.name, address: from.email }, to: channel.address, subject, text: t('setup.testText') }));
      setStage({ at: 'waiting', subject, since: Date.now() });
    } catch (error) {
      setStage({ at: 'failed', error });
    }
  };

  useEffect(() => {
    if (stage.at !== 'waiting') return;
    let timer = 0;
    let current = true;
    const look = async () => {
      const row = await findBySubject(stage.subject).catch(() => null);
      if (!current) return;
      if (row) setStage({ at: 'arrived', row });
      else if (Date.now() - stage.since > patience) setStage({ at: 'late', subject: stage.subject });
      else timer = window.setTimeout(() => void look(), often);
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [stage]);

  const busy = stage.at === 'sending' || stage.at === 'waiting';
  return (
    <section className={page.card}>
      <h2>{t('setup.test')}</h2>
      <p className={styles.text}>{t('setup.testLead')}</p>
      {stage.at === 'arrived' ? (
        <Banner tone="good" action={<Link to={`/tickets/${stage.row.id}`}>{t('setup.openTicket')}</Link>}>
          <strong>{t('setup.arrived')}</strong> {stage.row.subject} · #{stage.row.number}
        </Banner>
      ) : (
        <Button icon="send" className={styles.start} busy={busy} disabled={busy} onClick={() => void start()}>
          {stage.at === 'sending' ? t('composer.sending') : stage.at === 'waiting' ? t('setup.waiting') : t('setup.send')}
        </Button>
      )}
      {stage.at === 'late' && <Banner tone="warn">{t('setup.late')}</Banner>}
      {stage.at === 'failed' && (
        <Banner tone="bad" live="assertive">
          {t('setup.testFailed')} {reason(stage.error)}
        </Banner>
      )}
    </section>
  );
}
