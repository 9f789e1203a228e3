import type { ParseKeys } from 'i18next';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@shared/api/problem';
import type { Channel } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { CopyField } from '@shared/ui/CopyField';
import { SelectField, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { useSetProviderSecret } from './api';
import styles from './ChannelsScreen.module.css';

type Signing = keyof Channel['providers'];

/** What each signs with, where it signs with something of its own; keyed ones prove themselves by the channel's key until that is set. */
const providers: readonly { key: string; name: string; where: ParseKeys; signs?: Signing; keyed: boolean }[] = [
  { key: 'sendgrid', name: 'SendGrid', where: 'channels.whereSendgrid', signs: 'sendgrid', keyed: true },
  { key: 'mailgun', name: 'Mailgun', where: 'channels.whereMailgun', signs: 'mailgun', keyed: false },
  { key: 'postmark', name: 'Postmark', where: 'channels.wherePostmark', keyed: true },
  { key: 'ses', name: 'Amazon SES', where: 'channels.whereSes', signs: 'ses', keyed: true },
  { key: 'hmac', name: 'HMAC', where: 'channels.whereHmac', signs: 'hmac', keyed: false },
];

/** Choose who carries the mail: the address to give them, and where their signing key is. */
export function ConnectProvider({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const provider = providers.find(({ key }) => key === chosen);
  // A signature takes the place of the key; Amazon's signature anybody can have, so its key stays.
  const keyed = provider?.keyed && !(provider.signs === 'sendgrid' && channel.providers.sendgrid);
  const url = new URL(`${channel.url}/${chosen}`, location.origin).href;

  return (
    <details className={styles.provider}>
      <summary>{t('channels.connect')}</summary>
      <p className={styles.lead}>{t('channels.connectLead')}</p>
      <SelectField label={t('channels.provider')} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{t('channels.chooseProvider')}</option>
        {providers.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      {provider && (
        <>
          <CopyField label={t('channels.providerUrl')} value={keyed ? `${url}?key=${encodeURIComponent(channel.key ?? '')}` : url} shown={keyed ? `${url}?key=••••••••` : url} />
          <p>{t(provider.where)}</p>
          {provider.signs && <SecretForm key={provider.key} channel={channel} signs={provider.signs} />}
        </>
      )}
    </details>
  );
}

function SecretForm({ channel, signs }: { channel: Channel; signs: Signing }) {
  const { t } = useTranslation();
  const reason = useReason();
  const save = useSetProviderSecret(channel.id);
  const [secret, setSecret] = useState('');
  const [keyId, setKeyId] = useState('');
  const amazon = signs === 'ses';
  const faults: Record<string, string> = save.error instanceof Problem ? save.error.errors : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ provider: signs, secret, keyId: amazon ? keyId : null }, { onSuccess: () => setSecret('') });
  };

  return (
    <form className={styles.secret} onSubmit={submit}>
      {amazon && <TextField label={t('channels.amazonKeyId')} hint={t('channels.amazonHint')} autoComplete="off" spellCheck={false} required value={keyId} error={faults.keyId} onChange={(event) => setKeyId(event.target.value)} />}
      <TextField
        label={amazon ? t('channels.amazonSecret') : t('channels.secret')}
        type="password"
        autoComplete="off"
        required
        value={secret}
        error={faults.secret}
        hint={channel.providers[signs] ? t('channels.secretSet') : t('channels.secretNotSet')}
        onChange={(event) => setSecret(event.target.value)}
      />
      <Button type="submit" kind="primary" busy={save.isPending}>
        {t('channels.saveSecret')}
      </Button>
      {channel.providers[signs] && (
        <Button busy={save.isPending} onClick={() => save.mutate({ provider: signs, secret: null, keyId: null })}>
          {t('channels.forgetSecret')}
        </Button>
      )}
      {save.isError && Object.keys(faults).length === 0 && (
        <Banner tone="bad" live="assertive">
          {reason(save.error)}
        </Banner>
      )}
    </form>
  );
}
