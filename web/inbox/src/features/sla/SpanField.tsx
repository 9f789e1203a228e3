import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '@shared/ui/Field';
import styles from './Sla.module.css';
import { units, unitOf, type Unit } from './span';

interface SpanFieldProps {
  label: string;
  hint?: string;
  error?: string;
  minutes: number | null;
  onChange: (minutes: number | null) => void;
}

/** A span of time in the unit people choose; empty for none. */
export function SpanField({ label, hint, error, minutes, onChange }: SpanFieldProps) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<Unit>(minutes === null ? 'hour' : unitOf(minutes));
  const [text, setText] = useState(minutes === null ? '' : `${minutes / units[unit]}`);
  const tell = (typed: string, by: Unit) => onChange(typed === '' ? null : Math.round(Number(typed) * units[by]));
  return (
    <div className={styles.span}>
      <TextField
        label={label}
        hint={hint}
        error={error}
        type="number"
        min={0}
        step="any"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          tell(target.value, unit);
        }}
      />
      <SelectField
        label={t('sla.unit')}
        aria-label={`${label}: ${t('sla.unit')}`}
        value={unit}
        onChange={({ target }) => {
          const next = target.value as Unit;
          setUnit(next);
          tell(text, next);
        }}
      >
        {(Object.keys(units) as Unit[]).map((one) => (
          <option key={one} value={one}>
            {t(`slaUnit.${one}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
