import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentName, useMe } from '@/features/agents/api';
import { isNewsEvent, isNewsMessage } from '@/features/tickets/api';
import { useEventText } from '@/features/workflow/api';
import { Problem } from '@shared/api/problem';
import type { Changed, Message } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { usePerson } from '@shared/i18n/usePerson';
import { Button } from '@shared/ui/Button';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from './Composer.module.css';
import type { Sending } from './sending';

interface SendTroubleProps {
  trouble: Extract<Sending, { phase: 'failed' | 'changed' }>;
  onRetry: () => void;
  onKeep: () => void;
}

/** Sends again by itself once the server takes more; says when that is. */
function usePatience(error: unknown, onRetry: () => void) {
  const run = useRef(onRetry);
  useEffect(() => {
    run.current = onRetry;
  });
  const wait = error instanceof Problem && error.status === 429 ? (error.retryAfter ?? 10) * 1000 : null;
  const until = useMemo(() => (error !== null && wait !== null ? new Date(Date.now() + wait) : null), [error, wait]);
  useEffect(() => {
    if (wait === null) return;
    const timer = setTimeout(() => run.current(), wait);
    return () => clearTimeout(timer);
  }, [error, wait]);
  return until;
}

/** Why a message has not gone, with the ways on. The text is in the box below it. */
export function SendTrouble({ trouble, onRetry, onKeep }: SendTroubleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const error = trouble.phase === 'failed' ? trouble.error : null;
  const until = usePatience(error, onRetry);
  if (trouble.phase === 'changed') return <ChangedBanner changed={trouble.changed} onSend={onRetry} onKeep={onKeep} />;
  const status = error instanceof Problem ? error.status : 0;
  return (
    <Banner
      tone="bad"
      live="assertive"
      action={
        <>
          <Button size="s" icon="refresh" onClick={onRetry}>
            {t('retry')}
          </Button>
          <Button size="s" kind="quiet" onClick={onKeep}>
            {t('composer.keepEditing')}
          </Button>
        </>
      }
    >
      <strong>{t('composer.notSent')}</strong> {until ? t('write.tooOften', { when: format.clock(until) }) : status === 413 ? t('write.tooBig') : reason(error)} {status >= 500 ? t('write.ourFault') : t('composer.kept')}
    </Banner>
  );
}

/** Who wrote what kind of message, as sentences. */
function useWrote() {
  const { t } = useTranslation();
  const agentName = useAgentName();
  const person = usePerson();
  return (messages: Message[]) =>
    messages.map((message) => {
      const who = agentName(message.author) ?? person(message.from);
      return message.direction === 'note' ? t('event.noted', { who }) : message.direction === 'out' ? t('event.replied', { who }) : t('event.received', { who });
    });
}

/** Tells, while somebody writes, what others have written meanwhile. */
export function NewsBanner({ news, onSeen }: { news: Message[]; onSeen: () => void }) {
  const { t } = useTranslation();
  const wrote = useWrote();
  return (
    <Banner
      tone="warn"
      action={
        <Button size="s" onClick={onSeen}>
          {t('composer.seen')}
        </Button>
      }
    >
      <strong>{t('composer.changed')}</strong> {[...new Set(wrote(news))].join(' · ')}
    </Banner>
  );
}

function ChangedBanner({ changed, onSend, onKeep }: { changed: Changed; onSend: () => void; onKeep: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const say = useEventText();
  const agentName = useAgentName();
  const wrote = useWrote()(changed.messages.filter((message) => isNewsMessage(message, me.id)));
  const did = changed.events
    .filter((event) => isNewsEvent(event, me.id))
    .map(say)
    .filter((line) => line !== null);
  const held = (changed.ticket?.later ?? []).filter((answer) => answer.held && answer.by !== me.id).map(({ by }) => t('later.held', { who: agentName(by) ?? t('event.somebody') }));
  const news = [...new Set([...wrote, ...did, ...held])];

  return (
    <Banner
      tone="warn"
      live="assertive"
      action={
        <>
          <Button size="s" onClick={onSend}>
            {t('composer.sendAnyway')}
          </Button>
          <Button size="s" kind="quiet" onClick={onKeep}>
            {t('composer.keepEditing')}
          </Button>
        </>
      }
    >
      <strong>{t('composer.changed')}</strong>
      <ul className={styles.news}>
        {news.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {t('composer.changedLead')}
    </Banner>
  );
}
