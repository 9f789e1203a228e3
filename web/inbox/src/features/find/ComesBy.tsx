import { useTranslation } from 'react-i18next';
import type { CustomerFound } from '@shared/api/schema';
import { isReachable } from '@shared/i18n/usePerson';
import { Icon } from '@shared/ui/Icon';
import { sourceIcon } from '@shared/ui/source';
import styles from './ComesBy.module.css';

/** The kinds that have a name of their own; a phone number speaks for itself. */
const named = ['email', 'chat', 'whatsapp', 'messenger', 'instagram'] as const;
const kindOf = (kind: string) => named.find((one) => one === (kind === 'visitor' ? 'chat' : kind));

/** One address of a customer, and a sign of every way they come. */
export function ComesBy({ customer: { identities }, address }: { customer: CustomerFound; address?: string }) {
  const { t } = useTranslation();
  const said = address ?? identities.find(({ kind, value }) => (kind === 'email' || kind === 'phone' || kind === 'whatsapp') && isReachable({ address: value }))?.value;
  return (
    <span className={styles.ways}>
      {said && <span className={styles.address}>{said}</span>}
      {[...new Set(identities.map(({ kind }) => kind))].map((kind) => {
        const way = kindOf(kind);
        return (
          <span key={kind} className={styles.way} {...(way ? { role: 'img', 'aria-label': t(`source.${way}`), title: t(`source.${way}`) } : {})}>
            <Icon name={kind === 'phone' ? 'phone' : sourceIcon(way ?? kind)} size={14} />
          </span>
        );
      })}
    </span>
  );
}
