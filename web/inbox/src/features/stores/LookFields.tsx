import { useTranslation } from 'react-i18next';
import type { Store } from '@shared/api/schema';
import { TextArea, TextField } from '@shared/ui/Field';
import { Switch } from '@shared/ui/Switch';
import styles from './LookFields.module.css';

interface LookFieldsProps {
  look: Store['look'];
  color: string;
  name: string;
  errors: Record<string, string | undefined>;
  onChange: (look: Store['look']) => void;
}

/** How all mail of a store looks, and a picture of it. */
export function LookFields({ look, color, name, errors, onChange }: LookFieldsProps) {
  const { t } = useTranslation();
  const edit = (part: Partial<Store['look']>) => onChange({ ...look, ...part });
  return (
    <div className={styles.look}>
      <div className={styles.fields}>
        <Switch label={t('look.framed')} hint={t('look.framedHint')} on={look.framed} onChange={(framed) => edit({ framed })} />
        <TextField label={t('look.logo')} hint={t('look.logoHint')} error={errors['look.logo']} type="url" value={look.logo} onChange={({ target }) => edit({ logo: target.value })} />
        <TextArea label={t('look.footer')} hint={t('look.footerHint')} error={errors['look.footer']} rows={3} value={look.footer} onChange={({ target }) => edit({ footer: target.value })} />
      </div>
      <div role="group" aria-label={t('look.preview')} className={styles.preview} style={look.framed ? { borderTop: `4px solid ${color}` } : undefined}>
        {look.logo.startsWith('https:') && <img src={look.logo} alt={name} className={styles.logo} referrerPolicy="no-referrer" />}
        <p>{t('look.words')}</p>
        {look.footer && <p className={styles.footer}>{look.footer}</p>}
      </div>
    </div>
  );
}
