import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkflow } from '@/features/workflow/api';
import type { Action } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { SelectField, TextField } from '@shared/ui/Field';
import styles from './ActionBar.module.css';

interface ActionDialogProps {
  action: Action;
  onRun: (fields: Record<string, string>) => void;
  onClose: () => void;
}

/** Asks what an action wants to know before it runs. */
export function ActionDialog({ action, onRun, onClose }: ActionDialogProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const { actionName } = useWorkflow();
  const [values, setValues] = useState<Record<string, string>>({});
  const form = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRun(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')));
  };

  return (
    <Dialog
      title={actionName(action.key)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={form}>
            {actionName(action.key)}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        {action.fields.map((field) => {
          const shared = {
            label: named(field.names, field.key),
            required: field.required,
            value: values[field.key] ?? '',
            onChange: (event: { target: { value: string } }) => setValues({ ...values, [field.key]: event.target.value }),
          };
          return field.type === 'choice' ? (
            <SelectField key={field.key} {...shared}>
              <option value="">{t('choose')}</option>
              {field.choices.map((choice) => (
                <option key={choice.key} value={choice.key}>
                  {named(choice.names, choice.key)}
                </option>
              ))}
            </SelectField>
          ) : (
            <TextField key={field.key} {...shared} type={field.type} />
          );
        })}
      </form>
    </Dialog>
  );
}
