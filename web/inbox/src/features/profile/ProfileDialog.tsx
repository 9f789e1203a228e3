import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { Problem } from '@shared/api/problem';
import { Avatar } from '@shared/ui/Avatar';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { useSaveProfile } from './api';
import styles from './ProfileDialog.module.css';

/** How colleagues and customers see oneself: a name and a picture. */
export default function ProfileDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const me = useMe();
  const save = useSaveProfile();
  const [name, setName] = useState(me.name);
  const [picture, setPicture] = useState<File | null>();
  const file = useRef<HTMLInputElement>(null);
  const preview = useMemo(() => picture && URL.createObjectURL(picture), [picture]);
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview]);
  const shown = picture === undefined ? me.picture : preview;
  const errors: Record<string, string> = save.error instanceof Problem ? save.error.errors : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, picture }, { onSuccess: onClose });
  };

  return (
    <Dialog title={t('profile.title')} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField label={t('profile.name')} hint={t('profile.nameHint')} error={errors.name} required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        <div className={styles.picture}>
          <Avatar name={name} picture={shown ?? null} size={64} />
          <input ref={file} type="file" accept="image/png,image/jpeg,image/webp" hidden aria-label={t('profile.picture')} onChange={(event) => event.target.files?.[0] && setPicture(event.target.files[0])} />
          <Button size="s" onClick={() => file.current?.click()}>
            {t('profile.choose')}
          </Button>
          {shown && (
            <Button size="s" kind="quiet" onClick={() => setPicture(null)}>
              {t('profile.remove')}
            </Button>
          )}
        </div>
        {save.isError && !errors.name && (
          <Banner tone="bad" live="assertive">
            {errors.picture ?? (save.error instanceof Problem ? reason(save.error) : t('profile.noPicture'))}
          </Banner>
        )}
        <div className={styles.ends}>
          <Button type="submit" kind="primary" busy={save.isPending} disabled={save.isPending}>
            {t('profile.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
