import { useEffect, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@shared/keys/table';
import { IconButton } from '@shared/ui/Button';
import { Icon } from '@shared/ui/Icon';
import { Kbd } from '@shared/ui/Kbd';
import styles from './FilterBar.module.css';

const pause = 200;

/** Searches as one types, a moment after the last key. */
export function SearchBox({ value, onChange, ref }: { value: string; onChange: (text: string) => void; ref: Ref<HTMLInputElement> }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef(0);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const say = (text: string, wait: number) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setKnown(text.trim());
      onChange(text.trim());
    }, wait);
  };

  return (
    <div role="search" className={styles.search}>
      <Icon name="search" size={15} />
      <input
        ref={ref}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => say(event.target.value, pause)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            if (typed) say('', 0);
            event.currentTarget.blur();
          } else if (event.key === 'Enter') {
            say(typed, 0);
            event.currentTarget.blur();
          }
        }}
      />
      {typed ? <IconButton icon="close" size="s" label={t('search.clear')} onClick={() => say('', 0)} /> : <Kbd keys={keyOf('search')} />}
    </div>
  );
}
