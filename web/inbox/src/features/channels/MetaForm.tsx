import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@shared/api/schema';
import { TextField } from '@shared/ui/Field';
import { useConnectMeta } from './api';
import styles from './ChannelsScreen.module.css';
import { ConnectionForm, faultsOf } from './ConnectionForm';

const accounts = { messenger: 'metaForm.page', instagram: 'metaForm.instagram', whatsapp: 'metaForm.number' } as const;

export const isMeta = (kind: string): kind is keyof typeof accounts => kind in accounts;

/** The page, Instagram account or WhatsApp number a channel is for. */
export function MetaForm({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const connect = useConnectMeta(channel.id);
  const known = channel.meta;
  const [typed, setTyped] = useState({ accountId: known?.accountId ?? '', accessToken: '', appSecret: '', business: known?.business ?? '' });
  const errors = faultsOf(connect.error);
  const same = known !== null && known.accountId === typed.accountId.trim();
  const text = (key: keyof typeof typed) => ({
    value: typed[key],
    error: errors[key],
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  const secret = (key: 'accessToken' | 'appSecret') => ({
    type: 'password',
    required: !same,
    hint: same ? t('channels.secretKept') : undefined,
    ...text(key),
    autoComplete: 'new-password',
  });
  if (!isMeta(channel.kind)) return null;

  return (
    <ConnectionForm
      channel={channel}
      way="meta"
      title={known?.name ? t('metaForm.connectedTo', { name: known.name }) : t('metaForm.title')}
      lead={t('metaForm.lead')}
      connect={connect}
      change={() => ({
        accountId: typed.accountId,
        accessToken: typed.accessToken || null,
        appSecret: typed.appSecret || null,
        business: channel.kind === 'whatsapp' ? typed.business : null,
      })}
      shown={['accountId', 'accessToken', 'appSecret', 'business']}
    >
      <div className={styles.pair}>
        <TextField label={t(accounts[channel.kind])} inputMode="numeric" required {...text('accountId')} />
        {channel.kind === 'whatsapp' && <TextField label={t('metaForm.business')} inputMode="numeric" required {...text('business')} />}
      </div>
      <div className={styles.pair}>
        <TextField label={t('metaForm.token')} {...secret('accessToken')} />
        <TextField label={t('metaForm.secret')} {...secret('appSecret')} />
      </div>
    </ConnectionForm>
  );
}
