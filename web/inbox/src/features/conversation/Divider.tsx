import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/i18n/format';
import { useNow } from '@shared/ui/Ago';
import { cx } from '@shared/ui/cx';
import styles from './Divider.module.css';

const day = 86_400_000;

/** Where one day of a conversation ends and the next begins. */
export function DayLine({ at }: { at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const when = new Date(at);
  const is = (time: number) => when.toDateString() === new Date(time).toDateString();
  return (
    <p className={styles.line}>
      <time dateTime={at}>{is(now) ? t('talk.today') : is(now - day) ? t('talk.yesterday') : format.longDate(when)}</time>
    </p>
  );
}

/** Stands above what came since one last looked. */
export function NewLine() {
  const { t } = useTranslation();
  return (
    <p className={cx(styles.line, styles.new)} data-new="">
      {t('talk.newSince')}
    </p>
  );
}
