import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '@/features/departments/api';
import { priorities } from '@/features/workflow/api';
import type { Ticket } from '@shared/api/schema';
import { Link } from '@shared/router';
import { Ago } from '@shared/ui/Ago';
import { Button, IconButton } from '@shared/ui/Button';
import { Chip } from '@shared/ui/Chip';
import { DueMark } from '@shared/ui/DueMark';
import { Picker } from '@shared/ui/Picker';
import { Stars } from '@shared/ui/Stars';
import { useAct, useJoining, useLabelColors, useRevokeLinks } from './api';
import { FieldsCard } from './FieldsCard';
import { Followers } from './Followers';
import { LabelPicker } from './LabelPicker';
import { SnoozeMenu } from './SnoozeMenu';
import styles from './TicketCard.module.css';

const NumberDialog = lazy(() => import('./NumberDialog').then(({ NumberDialog }) => ({ default: NumberDialog })));

/** The ticket itself, beside its conversation: labels, priority, department, who watches, what it belongs with. */
export function TicketCard({ ticket, hrefOf }: { ticket: Ticket; hrefOf: (ticketId: string) => string }) {
  const { t } = useTranslation();
  const departments = useDepartments();
  const colors = useLabelColors();
  const { change, spam } = useAct();
  const { unlink, unmerge } = useJoining(ticket.id);
  const revoke = useRevokeLinks(ticket.id);
  const [asking, setAsking] = useState<'merge' | 'link' | null>(null);
  const may = (action: string) => ticket.actions.includes(action);
  const label = (add: string[], remove: string[]) => change(ticket, 'label', { labels: { add, remove } }, { labels: [...ticket.labels.filter((one) => !remove.includes(one)), ...add.filter((one) => !ticket.labels.includes(one))] });
  const suggested = ticket.suggested.filter(({ label: name }) => !ticket.labels.includes(name));

  return (
    <section className={styles.card} aria-label={t('ticketCard.label')}>
      <h3>{t('ticketCard.label')}</h3>
      <div className={styles.chips}>
        {ticket.labels.map((name) => (
          <Chip key={name} color={colors[name]} onRemove={may('label') ? () => label([], [name]) : undefined} removeLabel={t('ticketCard.unlabel', { label: name })}>
            {name}
          </Chip>
        ))}
        {may('label') && <LabelPicker labels={ticket.labels} onAdd={(name) => label([name], [])} onRemove={(name) => label([], [name])} />}
      </div>
      {may('label') && suggested.length > 0 && (
        <div className={styles.chips}>
          {suggested.map(({ label: name, confidence }) => (
            <Button key={name} size="s" kind="quiet" icon="plus" title={t('ticketCard.suggested', { percent: Math.round(confidence * 100) })} onClick={() => label([name], [])}>
              {name}
            </Button>
          ))}
        </div>
      )}
      <dl className={styles.facts}>
        {departments.length > 1 && (
          <div>
            <dt>{t('filter.department')}</dt>
            <dd>
              <Picker
                label={t('ticketCard.forward')}
                placeholder={t('filter.find')}
                empty={t('filter.none')}
                choices={departments.filter(({ active }) => active).map(({ id, name }) => ({ key: id, label: name, chosen: id === ticket.department, onSelect: () => id !== ticket.department && change(ticket, 'forward', { department: id }, { department: id }) }))}
                trigger={(props) => (
                  <Button {...props} size="s" kind="quiet" disabled={!may('forward')}>
                    {departments.find(({ id }) => id === ticket.department)?.name ?? ticket.department}
                  </Button>
                )}
              />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('filter.priority')}</dt>
          <dd>
            <Picker
              label={t('filter.priority')}
              placeholder={t('filter.find')}
              empty={t('filter.none')}
              choices={priorities.map((priority) => ({ key: priority, label: t(`priority.${priority}`), chosen: priority === ticket.priority, onSelect: () => priority !== ticket.priority && change(ticket, 'priority', { priority }, { priority }) }))}
              trigger={(props) => (
                <Button {...props} size="s" kind="quiet" disabled={!may('priority')}>
                  {t(`priority.${ticket.priority}`)}
                </Button>
              )}
            />
          </dd>
        </div>
      </dl>
      {ticket.rating && (
        <div className={styles.rating}>
          <p>
            <span className={styles.by}>{t('rating.label')}</span> <Stars stars={ticket.rating.stars} /> <Ago at={ticket.rating.at} className={styles.by} />
          </p>
          {ticket.rating.comment && <blockquote dir="auto">{ticket.rating.comment}</blockquote>}
        </div>
      )}
      <FieldsCard ticket={ticket} />
      {ticket.targets.length > 0 && (
        <div className={styles.chips}>
          <DueMark targets={ticket.targets} whole />
        </div>
      )}
      {may('follow') && <Followers ticket={ticket} />}
      <div className={styles.chips}>
        {may('snooze') && <SnoozeMenu row={ticket} />}
        {may('spam') && ticket.spam === null && (
          <Button size="s" icon="shield" onClick={() => spam(ticket, true)}>
            {t('ticketCard.spam')}
          </Button>
        )}
        {may('merge') && ticket.mergedInto === null && (
          <Button size="s" onClick={() => setAsking('merge')}>
            {t('joining.merge')}
          </Button>
        )}
        {may('link') && (
          <Button size="s" onClick={() => setAsking('link')}>
            {t('joining.link')}
          </Button>
        )}
        {may('reply') && ticket.notice !== null && (
          <Button size="s" icon="key" busy={revoke.isPending} disabled={revoke.isPending} title={t('portal.revokeHint')} onClick={() => revoke.mutate()}>
            {t(revoke.isSuccess ? 'portal.revoked' : 'portal.revoke')}
          </Button>
        )}
      </div>
      {ticket.merged.length > 0 && (
        <ul className={styles.others} aria-label={t('joining.merged')}>
          {ticket.merged.map(({ id, number }) => (
            <li key={id}>
              {t('joining.mergedOne', { number })}
              {may('merge') && <IconButton icon="undo" size="s" label={`${t('joining.unmerge')}: #${number}`} onClick={() => unmerge.mutate(id)} />}
            </li>
          ))}
        </ul>
      )}
      {ticket.related.length > 0 && (
        <ul className={styles.others} aria-label={t('joining.related')}>
          {ticket.related.map(({ id, number }) => (
            <li key={id}>
              <Link to={hrefOf(id)}>{t('joining.relatedOne', { number })}</Link>
              {may('link') && <IconButton icon="close" size="s" label={`${t('joining.unlink')}: #${number}`} onClick={() => unlink.mutate(number)} />}
            </li>
          ))}
        </ul>
      )}
      {asking && (
        <Suspense>
          <NumberDialog ticket={ticket} way={asking} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </section>
  );
}
