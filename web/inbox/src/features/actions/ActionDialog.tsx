import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkflow } from '@/features/workflow/api';
import { Problem } from '@shared/api/problem';
import type { Action } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { SelectField, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from './ActionBar.module.css';

interface ActionDialogProps {
  action: Action;
  /** Why it was not done; null once it is. */
  onRun: (fields: Record<string, string>) => Promise<unknown>;
  onClose: () => void;
}

/** Asks what an action wants to know before it runs. What was filled in stays until the server has taken it. */
export function ActionDialog({ action, onRun, onClose }: ActionDialogProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const reason = useReason();
  const { actionName } = useWorkflow();
  const [values, setValues] = useState<Record<string, string>>({});
  const [missing, setMissing] = useState<string[]>([]);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const inputs = useRef<HTMLFormElement>(null);
  const form = useId();
  const errors = state.error instanceof Problem ? state.error.errors : {};
  const elsewhere = state.error !== null && !action.fields.some(({ key }) => errors[key]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (state.busy) return;
    const left = action.fields.filter(({ key, required }) => required && !values[key]?.trim()).map(({ key }) => key);
    setMissing(left);
    if (left[0] !== undefined) return inputs.current?.querySelector<HTMLElement>(`[name="${CSS.escape(left[0])}"]`)?.focus();
    setState({ busy: true, error: null });
    const error = await onRun(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')));
    setState({ busy: false, error });
    if (error === null) onClose();
  };

  return (
    <Dialog
      title={actionName(action.key)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={form} busy={state.busy} disabled={state.busy}>
            {actionName(action.key)}
          </Button>
        </>
      }
    >
      <form id={form} ref={inputs} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        {elsewhere && (
          <Banner tone="bad" live="assertive">
            {reason(state.error)} {t('error.nothingLost')}
          </Banner>
        )}
        {action.fields.map((field, index) => {
          const label = named(field.names, field.key);
          const shared = {
            name: field.key,
            label: field.required ? `${label} · ${t('write.required')}` : label,
            required: field.required,
            autoFocus: index === 0,
            error: missing.includes(field.key) ? t('write.fillIn') : errors[field.key],
            value: values[field.key] ?? '',
            onChange: ({ target }: { target: { value: string } }) => {
              setValues({ ...values, [field.key]: target.value });
              setMissing(missing.filter((key) => key !== field.key));
            },
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
            <TextField key={field.key} {...shared} type={field.type} step={field.type === 'number' ? 'any' : undefined} dir={field.type === 'text' ? 'auto' : undefined} />
          );
        })}
      </form>
    </Dialog>
  );
}
