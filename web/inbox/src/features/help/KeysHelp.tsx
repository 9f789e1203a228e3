import { useTranslation } from 'react-i18next';
import type { TextKey } from '@shared/i18n';
import { Dialog } from '@shared/ui/Dialog';
import { Kbd } from '@shared/ui/Kbd';
import styles from './KeysHelp.module.css';

const groups: { label: TextKey; keys: [string[], TextKey][] }[] = [
  {
    label: 'keys.move',
    keys: [
      [['j', 'k'], 'keys.nextPrevious'],
      [['Enter'], 'keys.open'],
      [['u'], 'keys.back'],
      [['/'], 'keys.search'],
      [['g i'], 'keys.goOpen'],
      [['g m'], 'keys.goMine'],
      [['g u'], 'keys.goUnassigned'],
      [['g r'], 'keys.goUnread'],
      [['g s'], 'keys.goSettings'],
    ],
  },
  {
    label: 'keys.ticket',
    keys: [
      [['r'], 'keys.reply'],
      [['n'], 'keys.note'],
      [['a'], 'keys.assign'],
      [['l'], 'ticketCard.addLabel'],
      [['e'], 'keys.close'],
      [['Shift+u'], 'keys.unread'],
      [['i'], 'keys.customer'],
      [[',', '.'], 'talk.stepKeys'],
      [['p'], 'talk.print'],
      [['z'], 'keys.undo'],
    ],
  },
  {
    label: 'keys.anywhere',
    keys: [
      [['mod+Enter'], 'keys.send'],
      [['c'], 'keys.new'],
      [['mod+k'], 'keys.palette'],
      [['['], 'keys.sidebar'],
      [['?'], 'keys.help'],
      [['Escape'], 'keys.leave'],
    ],
  },
];

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog wide title={t('keys.title')} onClose={onClose}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.label}>
            <h3>{t(group.label)}</h3>
            <dl>
              {group.keys.map(([keys, text]) => (
                <div key={text} className={styles.row}>
                  <dt>{t(text)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Kbd key={key} keys={key} />
                    ))}
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
