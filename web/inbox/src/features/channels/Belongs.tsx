import { useTranslation } from 'react-i18next';
import { useDepartments } from '@/features/departments/api';
import { useStores } from '@/features/stores/api';
import { SelectField } from '@shared/ui/Field';
import styles from './ChannelsScreen.module.css';

interface BelongsProps {
  store: string;
  department: string;
  errors: Record<string, string>;
  onChange: (place: { store: string } | { department: string }) => void;
}

/** The store and the department of a channel; what is switched off can stay but not be chosen. */
export function Belongs({ store, department, errors, onChange }: BelongsProps) {
  const { t } = useTranslation();
  const options = (all: { id: string; name: string; active: boolean }[], chosen: string) =>
    all
      .filter(({ id, active }) => active || id === chosen)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ));
  return (
    <div className={styles.pair}>
      <SelectField label={t('newChannel.store')} error={errors.store} value={store} onChange={(event) => onChange({ store: event.target.value })}>
        {options(useStores(), store)}
      </SelectField>
      <SelectField label={t('newChannel.department')} error={errors.department} value={department} onChange={(event) => onChange({ department: event.target.value })}>
        {options(useDepartments(), department)}
      </SelectField>
    </div>
  );
}
