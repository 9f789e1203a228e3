import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '@shared/api/schema';
import { AskDelete } from '@shared/ui/AskDelete';
import { Button, IconButton } from '@shared/ui/Button';
import { TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import place from '@shared/ui/Place.module.css';
import { tell } from '@shared/ui/toast';
import { useChangeLabel, useLabelList } from './api';
import styles from './LabelsScreen.module.css';

/** Every label of the desk: made, coloured, renamed, made one with another, deleted. */
export function LabelList() {
  const { t } = useTranslation();
  const reason = useReason();
  const labels = useLabelList().data ?? [];
  const change = useChangeLabel();
  const [added, setAdded] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ name: added }, { onSuccess: () => setAdded('') });
  };
  return (
    <section className={page.card} aria-label={t('labelList.title')}>
      <h2>{t('labelList.title')}</h2>
      {labels.length === 0 && <p className={place.facts}>{t('labelList.none')}</p>}
      <ul className={styles.labels}>
        {labels.map((label) => (
          <LabelLine key={label.name} label={label} />
        ))}
      </ul>
      {change.isError && (
        <Banner tone="bad" live="assertive">
          {reason(change.error)}
        </Banner>
      )}
      <form className={styles.addLabel} onSubmit={add}>
        <TextField label={t('labelList.name')} required maxLength={50} value={added} onChange={({ target }) => setAdded(target.value)} />
        <Button type="submit" icon="plus" busy={change.isPending}>
          {t('labelList.add')}
        </Button>
      </form>
    </section>
  );
}

function LabelLine({ label: { name, color } }: { label: Label }) {
  const { t } = useTranslation();
  const reason = useReason();
  const change = useChangeLabel();
  const [asking, setAsking] = useState(false);
  const [renaming, setRenaming] = useState<string | null>(null);
  const follow = () => tell(t('labelList.follows'));
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (renaming && renaming !== name) change.mutate({ name, newName: renaming }, { onSuccess: follow });
    else setRenaming(null);
  };
  return (
    <li className={styles.label}>
      <input type="color" aria-label={t('labelList.color', { label: name })} className={styles.color} defaultValue={color ?? '#8a94a6'} onBlur={({ target }) => target.value !== (color ?? '#8a94a6') && change.mutate({ name, color: target.value })} />
      {renaming === null ? (
        <>
          <span className={styles.labelName}>{name}</span>
          <Button size="s" kind="quiet" onClick={() => setRenaming(name)} aria-label={t('labelList.rename', { label: name })}>
            {t('place.edit')}
          </Button>
          <IconButton icon="close" size="s" label={t('labelList.delete', { label: name })} onClick={() => setAsking(true)} />
        </>
      ) : (
        <form className={styles.addLabel} onSubmit={rename}>
          <TextField label={t('labelList.newName')} hint={t('labelList.newNameHint')} autoFocus required maxLength={50} value={renaming} onChange={({ target }) => setRenaming(target.value)} />
          <Button type="submit" size="s">
            {t('place.save')}
          </Button>
          <Button size="s" kind="quiet" onClick={() => setRenaming(null)}>
            {t('place.cancel')}
          </Button>
        </form>
      )}
      {asking && <AskDelete name={name} effect={t('labelList.deleteEffect')} onDelete={() => change.mutate({ name, delete: true }, { onSuccess: follow })} onClose={() => setAsking(false)} />}
      {change.isError && <p className={place.facts}>{reason(change.error)}</p>}
    </li>
  );
}
