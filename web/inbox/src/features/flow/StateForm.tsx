import { useTranslation } from 'react-i18next';
import type { Category, State } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { SelectField, TextField } from '@shared/ui/Field';
import page from '@shared/ui/Page.module.css';
import styles from './FlowScreen.module.css';
import { columns } from './layout';
import { NamesField } from './NamesField';

interface StateFormProps {
  state: State;
  /** Of this state, by the rest of their place. */
  error: (part: string) => string | undefined;
  onChange: (state: State) => void;
  onRemove: () => void;
}

/** Everything about one state. */
export function StateForm({ state, error, onChange, onRemove }: StateFormProps) {
  const { t } = useTranslation();
  return (
    <section className={page.card} aria-label={t('flow.states')}>
      {error('') && <p className={styles.fault}>{error('')}</p>}
      <NamesField label={t('flow.name')} names={state.names} error={error('names')} onChange={(names) => onChange({ ...state, names })} />
      <NamesField label={t('flow.customerName')} names={state.customerNames} error={error('customerNames')} onChange={(customerNames) => onChange({ ...state, customerNames })} />
      <div className={styles.pair}>
        <SelectField label={t('flow.category')} value={state.category} onChange={({ target }) => onChange({ ...state, category: target.value as Category })}>
          {columns.map((category) => (
            <option key={category} value={category}>
              {t(`category.${category}`)}
            </option>
          ))}
        </SelectField>
        <TextField label={t('flow.key')} hint={t('flow.keyHint')} error={error('key')} maxLength={40} value={state.key} onChange={({ target }) => onChange({ ...state, key: target.value })} />
      </div>
      <div>
        <Button size="s" onClick={onRemove}>
          {t('flow.remove')}
        </Button>
      </div>
    </section>
  );
}
