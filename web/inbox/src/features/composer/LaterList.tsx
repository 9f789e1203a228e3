import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/features/agents/api';
import type { LaterAnswer, Ticket } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from './Composer.module.css';
import { putBack, useLater, useTakeBack } from './later';

/** Answers that have yet to leave, and those that did not: each can be taken back into the box. */
export function LaterList({ ticket, onPutBack }: { ticket: Ticket; onPutBack: () => void }) {
  const later = useLater(ticket).data ?? [];
  return later.map((answer) => <LaterLine key={answer.id} ticket={ticket.id} answer={answer} onPutBack={onPutBack} />);
}

const known = ['customer-wrote', 'not-allowed'] as const;

function LaterLine({ ticket, answer, onPutBack }: { ticket: string; answer: LaterAnswer; onPutBack: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const who = useAgentName()(answer.by) ?? t('event.somebody');
  const back = useTakeBack(ticket);
  const why = known.find((code) => code === answer.why);
  const take = () =>
    back.mutate(answer.id, {
      onSuccess: (taken) => {
        putBack(ticket, taken);
        onPutBack();
      },
    });
  return (
    <Banner
      tone={answer.why === null ? 'info' : 'warn'}
      action={
        <>
          <Button size="s" icon="undo" busy={back.isPending} disabled={back.isPending} onClick={take}>
            {t(answer.held ? 'later.undo' : 'later.takeBack')}
          </Button>
          {answer.why !== null && (
            <Button size="s" kind="quiet" disabled={back.isPending} onClick={() => back.mutate(answer.id)}>
              {t('later.forget')}
            </Button>
          )}
        </>
      }
    >
      <strong>
        {answer.sendAt === null ? t('later.stopped', { who }) : answer.held ? t('later.held', { who }) : t('later.leaves', { who, when: format.moment(new Date(answer.sendAt), Date.now()) })}
      </strong>{' '}
      {answer.why !== null && (why ? t(`laterWhy.${why}`) : t('laterWhy.other'))} <span className={styles.later}>{answer.request.text}</span>
      {back.isError && ` ${reason(back.error)}`}
    </Banner>
  );
}
