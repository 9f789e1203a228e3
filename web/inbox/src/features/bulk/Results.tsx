import { useTranslation } from 'react-i18next';
import type { Job } from '@shared/api/schema';
import type { TextKey } from '@shared/i18n';
import { Link } from '@shared/router';
import { Dialog } from '@shared/ui/Dialog';
import { Icon } from '@shared/ui/Icon';
import styles from './Results.module.css';

const reasons: Record<string, TextKey> = {
  'no-such-ticket': 'bulk.gone',
  'changed-since': 'bulk.changedSince',
  'changed-meanwhile': 'bulk.changedSince',
  'not-allowed': 'bulk.notAllowed',
  'not-offered': 'bulk.notOffered',
};

/** What became of each ticket, those that could not be done first. */
export default function Results({ title, results, hrefOf, onClose }: { title: string; results: Job['results']; hrefOf: (ticketId: string) => string; onClose: () => void }) {
  const { t } = useTranslation();
  const ordered = [...results.filter(({ code }) => code !== 'done'), ...results.filter(({ code }) => code === 'done')];
  return (
    <Dialog title={title} onClose={onClose}>
      <ul className={styles.list} aria-label={t('bulk.results')}>
        {ordered.map(({ id, number, code, sentence }) => {
          const reason = reasons[code];
          return (
            <li key={id} className={styles.one}>
              {number > 0 ? (
                <Link to={hrefOf(id)} onClick={onClose}>
                  #{number}
                </Link>
              ) : (
                <span>–</span>
              )}
              <span className={code === 'done' ? styles.done : styles.failed}>
                <Icon name={code === 'done' ? 'check' : 'alert'} size={14} /> {code === 'done' ? t('bulk.done') : reason ? t(reason) : (sentence ?? code)}
              </span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
