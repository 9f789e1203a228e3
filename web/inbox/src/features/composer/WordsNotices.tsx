import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { Banner } from '@shared/ui/Notice';
import type { Other } from './draft-sync';
import { sendWaiting } from './useOutgoing';
import { isTooLong, longestText, type Words } from './words';

/** What was sent while nobody answered: it goes when the connection is back, unless it is taken back. */
export function WaitingNotice({ waiting, onTakeBack }: { waiting: { since: number }; onTakeBack: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Banner
      tone="warn"
      action={
        <>
          <Button size="s" icon="refresh" onClick={sendWaiting}>
            {t('retry')}
          </Button>
          <Button size="s" kind="quiet" icon="undo" onClick={onTakeBack}>
            {t('later.takeBack')}
          </Button>
        </>
      }
    >
      <strong>{t('write.waits')}</strong> {t('write.waitsLead', { when: format.moment(new Date(waiting.since), Date.now()) })}
    </Banner>
  );
}

/** That these words came from another machine, and the way back to those that were here. */
export function OtherNotice({ other, onSettle }: { other: Other; onSettle: (back: boolean) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Banner
      tone="info"
      action={
        <>
          {other.mine && (
            <Button size="s" icon="undo" onClick={() => onSettle(true)}>
              {t('write.otherBack')}
            </Button>
          )}
          <Button size="s" kind="quiet" onClick={() => onSettle(false)}>
            {t('composer.seen')}
          </Button>
        </>
      }
    >
      {t('write.other', { when: format.moment(new Date(other.at), Date.now()) })} {other.mine && t('write.otherMine')}
    </Banner>
  );
}

/** That there is more here than can be sent, and that all of it is kept. */
export function LongNotice({ words, busy, onAttach }: { words: Words; busy: boolean; onAttach: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!isTooLong(words)) return null;
  return (
    <Banner
      tone="warn"
      action={
        <Button size="s" icon="attach" busy={busy} disabled={busy} onClick={onAttach}>
          {t('write.asFile')}
        </Button>
      }
    >
      <strong>{t('write.long', { used: format.number(words.text.length), most: format.number(longestText) })}</strong> {t('write.longLead')}
    </Banner>
  );
}
