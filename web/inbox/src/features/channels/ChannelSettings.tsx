import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@shared/api/problem';
import type { Channel } from '@shared/api/schema';
import { AskFirst } from '@shared/ui/AskFirst';
import { Button } from '@shared/ui/Button';
import { TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { Switch } from '@shared/ui/Switch';
import { useChangeChannel } from './api';
import { Belongs } from './Belongs';
import styles from './ChannelsScreen.module.css';

/** What a channel is called, where it belongs, and for mail its address. */
export function ChannelSettings({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const reason = useReason();
  const save = useChangeChannel(channel.id);
  const mail = channel.kind === 'email';
  const known = { name: channel.name, store: channel.store, department: channel.department, ...(mail && { address: channel.address ?? '', plusAddressing: channel.plusAddressing }) };
  const [typed, setTyped] = useState<Partial<typeof known>>({});
  const shown = { ...known, ...typed };
  const errors: Record<string, string> = save.error instanceof Problem ? save.error.errors : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(typed, { onSuccess: () => setTyped({}) });
  };
  return (
    <details className={styles.provider}>
      <summary>{t('channelSettings.title')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <TextField label={t('place.name')} error={errors.name} required maxLength={80} value={shown.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} />
        {mail && (
          <TextField
            label={t('newChannel.address')}
            hint={t('channelSettings.oldAddress')}
            error={errors.address}
            type="email"
            required
            value={shown.address ?? ''}
            onChange={(event) => setTyped({ ...typed, address: event.target.value })}
          />
        )}
        <Belongs store={shown.store} department={shown.department} errors={errors} onChange={(place) => setTyped({ ...typed, ...place })} />
        <p className={styles.lead}>{t('channelSettings.moves')}</p>
        {mail && <Switch label={t('channelSettings.plus')} hint={t('channelSettings.plusHint')} on={shown.plusAddressing === true} onChange={(plusAddressing) => setTyped({ ...typed, plusAddressing })} />}
        {save.isError && Object.keys(errors).length === 0 && (
          <Banner tone="bad" live="assertive">
            {reason(save.error)}
          </Banner>
        )}
        <div className={styles.ends}>
          <Button type="submit" kind="primary" busy={save.isPending} disabled={save.isPending || Object.keys(typed).length === 0}>
            {t('place.save')}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** Switches a channel off, once it is said what that means, or on again. */
export function ChannelSwitch({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const reason = useReason();
  const turn = useChangeChannel(channel.id);
  const [asked, setAsked] = useState(false);
  return (
    <>
      {turn.isError && (
        <Banner tone="bad" live="assertive">
          {reason(turn.error)}
        </Banner>
      )}
      <div className={styles.ends}>
        <Button size="s" busy={turn.isPending} disabled={turn.isPending} aria-label={`${channel.active ? t('place.switchOff') : t('place.switchOn')}: ${channel.name}`} onClick={() => (channel.active ? setAsked(true) : turn.mutate({ active: true }))}>
          {channel.active ? t('place.switchOff') : t('place.switchOn')}
        </Button>
      </div>
      {asked && (
        <AskFirst title={t('channelSettings.offTitle', { name: channel.name })} does={t('place.switchOff')} onDo={() => turn.mutate({ active: false })} onClose={() => setAsked(false)}>
          {t('channelSettings.offEffect')}
        </AskFirst>
      )}
    </>
  );
}
