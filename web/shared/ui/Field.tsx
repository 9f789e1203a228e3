import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx';
import styles from './Field.module.css';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null;
}

const described = (id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) => (error ? `${id}-error` : hint ? `${id}-hint` : undefined);

function Frame({ id, label, hint, error, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

export function TextField({ label, hint, error, className, ...rest }: FieldProps & ComponentProps<'input'>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input id={id} className={cx(styles.input, className)} aria-invalid={error ? true : undefined} aria-describedby={described(id, { hint, error })} {...rest} />
    </Frame>
  );
}

export function TextArea({ label, hint, error, className, ...rest }: FieldProps & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea id={id} className={cx(styles.input, styles.area, className)} aria-invalid={error ? true : undefined} aria-describedby={described(id, { hint, error })} {...rest} />
    </Frame>
  );
}

export function SelectField({ label, hint, error, className, children, ...rest }: FieldProps & ComponentProps<'select'>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select id={id} className={cx(styles.input, className)} aria-invalid={error ? true : undefined} aria-describedby={described(id, { hint, error })} {...rest}>
        {children}
      </select>
    </Frame>
  );
}
