import { useId } from 'react';
import styles from './Segments.module.css';

interface SegmentsProps<T extends string> {
  label: string;
  options: { key: T; name: string }[];
  chosen: T;
  onChoose: (key: T) => void;
}

/** One of a few, all in sight; arrows move between them. */
export function Segments<T extends string>({ label, options, chosen, onChoose }: SegmentsProps<T>) {
  const id = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.segments}>
      {options.map(({ key, name }) => (
        <label key={key} className={styles.segment}>
          <input type="radio" name={id} value={key} checked={key === chosen} onChange={() => onChoose(key)} />
          {name}
        </label>
      ))}
    </div>
  );
}
