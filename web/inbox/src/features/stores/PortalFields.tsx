import { useTranslation } from 'react-i18next';
import { publicOrigin } from '@/features/spam/api';
import type { Store } from '@shared/api/schema';
import { TextField } from '@shared/ui/Field';
import { Switch } from '@shared/ui/Switch';
import styles from './LookFields.module.css';

interface PortalFieldsProps {
  portal: Store['portal'];
  error?: string;
  onChange: (portal: Store['portal']) => void;
}

/** How a store leads its customers to the pages of their requests. */
export function PortalFields({ portal, error, onChange }: PortalFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.fields}>
      <Switch label={t('portal.notice')} hint={t('portal.noticeHint')} on={portal.notice} onChange={(notice) => onChange({ notice, origin: notice && !portal.origin ? publicOrigin() : portal.origin })} />
      <TextField label={t('portal.origin')} hint={t('portal.originHint')} error={error} type="url" placeholder={publicOrigin()} value={portal.origin} onChange={({ target }) => onChange({ ...portal, origin: target.value })} />
    </div>
  );
}
