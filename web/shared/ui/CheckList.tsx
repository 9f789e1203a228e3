import { useId, type ReactNode } from 'react';
import styles from './CheckList.module.css';

interface CheckListProps {
  label: string;
  hint?: ReactNode;
  options: { key: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Some of a few, all in sight. */
export function CheckList({ label, hint, options, chosen, onChange }: CheckListProps) {
  const id = useId();
  return (
    <fieldset className={styles.list} aria-describedby={hint ? id : undefined}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.options}>
        {options.map(({ key, name }) => (
          <label key={key} className={styles.option}>
            <input type="checkbox" checked={chosen.includes(key)} onChange={({ target }) => onChange(target.checked ? [...chosen, key] : chosen.filter((one) => one !== key))} />
            {name}
          </label>
        ))}
      </div>
      {hint && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
