import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@shared/api/schema';
import { Ago } from '@shared/ui/Ago';
import { Button } from '@shared/ui/Button';
import { SelectField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { useChangeKey } from './api';
import styles from './ChannelsScreen.module.css';

const overlaps = [1, 24, 72, 168, 720];

/** Makes a channel a new key, and says how long the old one is still good and for whom that matters. */
export function ChangeKey({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const reason = useReason();
  const change = useChangeKey(channel.id);
  const [hours, setHours] = useState(24);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(hours);
  };
  return (
    <>
      {channel.oldKeyEndsAt !== null && (
        <Banner>
          {t('channelKey.ends')} <Ago at={channel.oldKeyEndsAt} style="moment" />
        </Banner>
      )}
      <details className={styles.provider}>
        <summary>{t('channelKey.change')}</summary>
        <form className={styles.form} onSubmit={submit}>
          <SelectField label={t('channelKey.overlap')} error={change.isError ? reason(change.error) : null} value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            <option value={0}>{t('channelKey.none')}</option>
            {overlaps.map((one) => (
              <option key={one} value={one}>
                {one % 24 === 0 ? t('channels.quietDays', { count: one / 24 }) : t('channels.quietHours', { count: one })}
              </option>
            ))}
          </SelectField>
          <p className={styles.lead}>{t('channelKey.effect')}</p>
          <div className={styles.ends}>
            <Button type="submit" kind={hours === 0 ? 'danger' : 'primary'} busy={change.isPending} disabled={change.isPending}>
              {t('channelKey.submit')}
            </Button>
          </div>
        </form>
      </details>
    </>
  );
}
