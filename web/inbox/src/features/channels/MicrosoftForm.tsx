import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@shared/api/place';
import type { Channel } from '@shared/api/schema';
import { TextField } from '@shared/ui/Field';
import { useConnectMicrosoft } from './api';
import styles from './ChannelsScreen.module.css';
import { ConnectionForm, faultsOf } from './ConnectionForm';
import { ImportDays } from './ImportDays';

const fields = ['tenant', 'clientId', 'clientSecret', 'address', 'folder', 'importDays'];

/** A (shared) mailbox in Microsoft 365 that an application may read. */
export function MicrosoftForm({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const connect = useConnectMicrosoft(channel.id);
  const known = channel.microsoft;
  const [typed, setTyped] = useState({
    tenant: known?.tenant ?? '',
    clientId: known?.clientId ?? '',
    clientSecret: '',
    address: known?.address ?? channel.address ?? '',
    folder: known?.folder ?? 'inbox',
    expires: known?.secretExpiresAt?.slice(0, 10) ?? '',
  });
  const [importDays, setImportDays] = useState('0');
  const errors = faultsOf(connect.error);
  // Microsoft reaches the desk by https alone; elsewhere the desk looks by itself.
  const door = apiUrl(`${channel.url}/microsoft`);
  const text = (key: keyof typeof typed) => ({
    value: typed[key],
    error: errors[key],
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });

  return (
    <ConnectionForm
      channel={channel}
      way="microsoft"
      title={t('channels.microsoft')}
      lead={t('channels.microsoftLead')}
      connect={connect}
      change={() => ({
        tenant: typed.tenant,
        clientId: typed.clientId,
        clientSecret: typed.clientSecret || null,
        address: typed.address,
        folder: typed.folder,
        secretExpiresAt: typed.expires ? `${typed.expires}T00:00:00Z` : null,
        notifyUrl: door.startsWith('https://') ? door : null,
        importDays: Number(importDays),
      })}
      shown={fields}
    >
      <div className={styles.pair}>
        <TextField label={t('channels.address')} required {...text('address')} />
        <TextField label={t('channels.folder')} required {...text('folder')} />
      </div>
      <div className={styles.pair}>
        <TextField label={t('channels.tenant')} required {...text('tenant')} />
        <TextField label={t('channels.clientId')} required {...text('clientId')} />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('channels.clientSecret')}
          type="password"
          hint={known ? t('channels.secretKept') : undefined}
          required={!known}
          {...text('clientSecret')}
          autoComplete="new-password"
        />
        <TextField label={t('channels.secretExpires')} hint={t('channels.secretExpiresHint')} type="date" {...text('expires')} />
      </div>
      {!known && <ImportDays value={importDays} error={errors.importDays} onChange={setImportDays} />}
    </ConnectionForm>
  );
}
