import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/i18n/format';
import type { TextKey } from '@shared/i18n';
import { moments } from '@shared/moments';
import { AskTime } from '@shared/ui/AskTime';
import { Button } from '@shared/ui/Button';
import { Icon, type IconName } from '@shared/ui/Icon';
import { Menu } from '@shared/ui/Menu';
import styles from './Composer.module.css';
import { keepWay, lastWay, type Way } from './habits';

export interface How {
  thenClose?: boolean;
  thenNext?: boolean;
  sendAt?: Date;
}

const ways: Record<Way, { label: TextKey; icon: IconName; how: How }> = {
  send: { label: 'composer.send', icon: 'send', how: {} },
  close: { label: 'composer.sendClose', icon: 'check', how: { thenClose: true } },
  next: { label: 'composer.sendNext', icon: 'next', how: { thenNext: true } },
  both: { label: 'composer.sendCloseNext', icon: 'archive', how: { thenClose: true, thenNext: true } },
};

const closes = (way: Way) => ways[way].how.thenClose === true;
const usual = (mayClose: boolean): Way => (!mayClose && closes(lastWay()) ? 'send' : lastWay());

/** How the button sends, which is as it was done last. */
export const usualHow = (mayClose: boolean) => ways[usual(mayClose)].how;

interface SendButtonProps {
  ready: boolean;
  busy: boolean;
  mayClose: boolean;
  onSend: (how: How) => void;
  /** Whether the mail only says that there is an answer; null where there is no page to lead to. */
  notice: boolean | null;
  onNotice: (notice: boolean) => void;
}

/** Sends an answer as it was done last; its menu knows the other ways, and later. */
export function SendButton({ ready, busy, mayClose, onSend, notice, onNotice }: SendButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, setChosen] = useState(lastWay);
  const way = usual(mayClose);
  const [asking, setAsking] = useState(false);
  const choose = (key: Way) => {
    keepWay(key);
    setChosen(key);
    onSend(ways[key].how);
  };
  return (
    <div className={styles.split}>
      <Button kind="primary" icon="send" disabled={!ready} busy={busy} className={styles.first} title="Ctrl/⌘ + Enter" onClick={() => onSend(ways[way].how)}>
        {busy ? t('composer.sending') : t(ways[way].label)}
      </Button>
      <Menu
        label={t('composer.sendMore')}
        align="end"
        groups={[
          { key: 'send', items: (Object.keys(ways) as Way[]).filter((key) => key !== way && (mayClose || !closes(key))).map((key) => ({ key, label: t(ways[key].label), icon: ways[key].icon, onSelect: () => choose(key) })) },
          {
            key: 'later',
            label: t('later.send'),
            items: [
              ...moments(new Date()).map(({ key, at }) => ({ key, label: `${t(`snooze.${key}`)} · ${format.moment(at, Date.now())}`, icon: 'clock' as const, onSelect: () => onSend({ sendAt: at }) })),
              { key: 'ask', label: t('later.ask'), icon: 'clock' as const, onSelect: () => setAsking(true) },
            ],
          },
          ...(notice === null
            ? []
            : [{ key: 'notice', label: t('portal.mail'), items: [false, true].map((one) => ({ key: `notice:${one}`, label: t(one ? 'portal.asNotice' : 'portal.whole'), checked: notice === one, onSelect: () => onNotice(one) })) }]),
        ]}
        trigger={(props) => (
          <Button {...props} kind="primary" disabled={!ready} className={styles.second} aria-label={t('composer.sendMore')} title={t('composer.sendMore')}>
            <Icon name="down" size={14} />
          </Button>
        )}
      />
      {asking && (
        <AskTime
          title={t('later.ask')}
          label={t('later.time')}
          done={t('later.send')}
          onClose={() => setAsking(false)}
          onTime={(at) => {
            setAsking(false);
            onSend({ sendAt: at });
          }}
        />
      )}
    </div>
  );
}
