import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '@shared/api/schema';
import { TextField } from '@shared/ui/Field';
import { changeOf, draftOf, type Draft } from './account';
import { AccountFields } from './AccountFields';
import { useConnectMailbox, useConnectSmtp } from './api';
import styles from './ChannelsScreen.module.css';
import { ConnectionForm, faultsOf } from './ConnectionForm';
import { ImportDays } from './ImportDays';

const serverFields = ['host', 'port', 'security', 'user', 'fingerprint'];
const accountFields = ({ signIn }: Draft) => [...serverFields, ...(signIn === 'oauth' ? ['oauth', 'oauth.tokenUrl', 'oauth.clientId', 'oauth.clientSecret'] : ['password'])];

/** A mailbox the desk reads every minute. */
export function MailboxForm({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const connect = useConnectMailbox(channel.id);
  const known = channel.mailbox;
  const [draft, setDraft] = useState<Draft>(() => draftOf('imap', known?.account ?? null, channel.address));
  const [folder, setFolder] = useState(known?.folder ?? 'INBOX');
  const [moveTo, setMoveTo] = useState(known?.moveTo ?? '');
  const [importDays, setImportDays] = useState('0');
  const errors = faultsOf(connect.error);

  return (
    <ConnectionForm
      channel={channel}
      way="imap"
      title={t('channels.mailbox')}
      lead={t('channels.mailboxLead')}
      connect={connect}
      change={() => ({ account: changeOf(draft), folder, moveTo: moveTo || null, importDays: Number(importDays) })}
      shown={[...accountFields(draft), 'folder', 'moveTo', 'importDays']}
    >
      <AccountFields protocol="imap" draft={draft} known={known?.account ?? null} errors={errors} onChange={setDraft} />
      <div className={styles.pair}>
        <TextField label={t('channels.folder')} error={errors.folder} required value={folder} onChange={(event) => setFolder(event.target.value)} />
        <TextField label={t('channels.moveTo')} hint={t('channels.moveToHint')} error={errors.moveTo} value={moveTo} onChange={(event) => setMoveTo(event.target.value)} />
      </div>
      {!known && <ImportDays value={importDays} error={errors.importDays} onChange={setImportDays} />}
    </ConnectionForm>
  );
}

/** The server a channel's answers leave by. */
export function SmtpForm({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const connect = useConnectSmtp(channel.id);
  const [draft, setDraft] = useState<Draft>(() => draftOf('smtp', channel.smtp, channel.address));

  return (
    <ConnectionForm
      channel={channel}
      way="smtp"
      title={t('channels.smtp')}
      lead={t('channels.smtpLead')}
      connect={connect}
      change={() => changeOf(draft)}
      shown={accountFields(draft)}
    >
      <AccountFields protocol="smtp" draft={draft} known={channel.smtp} errors={faultsOf(connect.error)} onChange={setDraft} />
    </ConnectionForm>
  );
}
