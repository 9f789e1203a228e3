import { useTranslation } from 'react-i18next';
import type { TextKey } from '@shared/i18n';
import { keyTable, type KeyGroup } from '@shared/keys/table';
import { Dialog } from '@shared/ui/Dialog';
import { Kbd } from '@shared/ui/Kbd';
import styles from './KeysHelp.module.css';

const groups: { key: KeyGroup; label: TextKey }[] = [
  { key: 'move', label: 'keys.move' },
  { key: 'ticket', label: 'keys.ticket' },
  { key: 'many', label: 'keys.many' },
  { key: 'anywhere', label: 'keys.anywhere' },
];

/** Every key there is, from the table they are bound by. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog wide title={t('keys.title')} onClose={onClose}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.key}>
            <h3>{t(group.label)}</h3>
            {group.key === 'many' && <p className={styles.lead}>{t('keys.manyLead')}</p>}
            <dl>
              {Object.values(keyTable)
                .filter((one) => one.group === group.key)
                .map(({ keys, text }) => (
                  <div key={text} className={styles.row}>
                    <dt>{t(text)}</dt>
                    <dd>
                      <Kbd keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
