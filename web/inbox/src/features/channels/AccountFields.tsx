import { useTranslation } from 'react-i18next';
import type { AccountView } from '@shared/api/schema';
import { SelectField, TextField } from '@shared/ui/Field';
import { portFor, services, withService, type Draft, type Protocol } from './account';
import styles from './ChannelsScreen.module.css';

interface Props {
  protocol: Protocol;
  draft: Draft;
  /** The account that is connected, whose secrets can stay. */
  known: AccountView | null;
  errors: Record<string, string>;
  onChange: (draft: Draft) => void;
}

/** A mail server and how to sign in to it. */
export function AccountFields({ protocol, draft, known, errors, onChange }: Props) {
  const { t } = useTranslation();
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const text = (key: 'host' | 'user' | 'tokenUrl' | 'clientId' | 'scope' | 'fingerprint') => ({
    value: draft[key],
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { target: { value: string } }) => set({ [key]: event.target.value }),
  });
  const secret = (key: 'password' | 'clientSecret' | 'refreshToken', has: boolean | undefined) => ({
    type: 'password',
    value: draft[key],
    autoComplete: 'new-password',
    hint: has ? t('channels.secretKept') : undefined,
    onChange: (event: { target: { value: string } }) => set({ [key]: event.target.value }),
  });
  const service = services.find((one) => one.key === draft.service);

  return (
    <>
      <SelectField
        label={t('channels.service')}
        hint={service?.appPassword ? t('channels.appPassword', { service: service.name }) : undefined}
        value={draft.service}
        onChange={(event) => onChange(withService(protocol, draft, event.target.value))}
      >
        <option value="">{t('channels.ownServer')}</option>
        {services.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className={styles.server}>
        <TextField label={t('channels.host')} error={errors.host} required {...text('host')} />
        <SelectField
          label={t('channels.security')}
          error={errors.security}
          value={draft.security}
          onChange={(event) => {
            const security = event.target.value as Draft['security'];
            set({ security, port: portFor(protocol, security) });
          }}
        >
          <option value="implicit">TLS</option>
          <option value="startTls">STARTTLS</option>
          <option value="none">{t('channels.noTls')}</option>
        </SelectField>
        <TextField label={t('channels.port')} error={errors.port} inputMode="numeric" required value={draft.port} onChange={(event) => set({ port: event.target.value })} />
      </div>
      <div className={styles.pair}>
        <TextField label={t('channels.user')} error={errors.user} required={protocol === 'imap'} {...text('user')} />
        {draft.signIn === 'password' && <TextField label={t('channels.password')} error={errors.password} {...secret('password', known?.hasPassword)} />}
      </div>
      <SelectField label={t('channels.signIn')} value={draft.signIn} onChange={(event) => set({ signIn: event.target.value as Draft['signIn'] })}>
        <option value="password">{t('channels.byPassword')}</option>
        <option value="oauth">{t('channels.byToken')}</option>
      </SelectField>
      {draft.signIn === 'oauth' && (
        <>
          <TextField label={t('channels.tokenUrl')} error={errors['oauth.tokenUrl']} placeholder="https://" required {...text('tokenUrl')} />
          <div className={styles.pair}>
            <TextField label={t('channels.clientId')} error={errors['oauth.clientId']} required {...text('clientId')} />
            <TextField label={t('channels.clientSecret')} error={errors['oauth.clientSecret']} {...secret('clientSecret', known?.oauth?.hasClientSecret)} />
          </div>
          <div className={styles.pair}>
            <TextField label={t('channels.refreshToken')} error={errors.oauth} {...secret('refreshToken', known?.oauth?.hasRefreshToken)} />
            <TextField label={t('channels.scope')} {...text('scope')} />
          </div>
        </>
      )}
      {(errors.fingerprint !== undefined || draft.fingerprint !== '') && <TextField label={t('channels.fingerprint')} error={errors.fingerprint} hint={t('channels.fingerprintHint')} {...text('fingerprint')} />}
    </>
  );
}
