import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@shared/api/problem';
import type { Store } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { SelectField, TextArea, TextField } from '@shared/ui/Field';
import { FoldCard } from '@shared/ui/FoldCard';
import { Icon } from '@shared/ui/Icon';
import { Banner, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { StoreDot } from '@shared/ui/StoreDot';
import { Switch } from '@shared/ui/Switch';
import styles from './AnswersScreen.module.css';
import { useChangeStore } from './api';
import { ConfirmationText } from './ConfirmationText';
import { LookFields } from './LookFields';
import { PortalFields } from './PortalFields';
import { useAnswers, type Answers } from './unsaved';

/** The automatic answers of one store. `named` where there are others to tell it from. */
export function StoreAnswers({ store, named }: { store: Store; named: boolean }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { answers, changed, change, settle, discard } = useAnswers(store);
  const [left] = useState(changed); // what was left half-done stands open, and saving does not fold it
  const save = useChangeStore(store.id, settle);
  const errors = save.error instanceof Problem ? save.error.errors : {};
  const elsewhere = save.isError && !errors.followUpAfterDays && !errors.signature && !errors['look.logo'] && !errors['look.footer'] && !errors['portal.origin'] && !(errors.confirmation && answers.on);

  const edit = (part: Partial<Answers>) => {
    if (!save.isPending) save.reset();
    change(part);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(answers);
  };

  const form = (
    <form className={named ? styles.form : page.card} aria-label={store.name} onSubmit={submit}>
      <TextArea
        label={t('answers.signature')}
        hint={t('answers.signatureHint', { agent: '{agent}', store: '{store}' })}
        error={errors.signature}
        rows={3}
        value={answers.signature}
        onChange={(event) => edit({ signature: event.target.value })}
      />
      <SelectField
        label={t('answers.quotes')}
        className={styles.quotes}
        value={answers.quotes}
        onChange={(event) => edit({ quotes: event.target.value as Answers['quotes'] })}
      >
        <option value="none">{t('answers.quoteNone')}</option>
        <option value="last">{t('answers.quoteLast')}</option>
        <option value="all">{t('answers.quoteAll')}</option>
      </SelectField>
      <LookFields look={answers.look} color={store.color} name={store.name} errors={errors} onChange={(look) => edit({ look })} />
      <PortalFields portal={answers.portal} error={errors['portal.origin']} onChange={(portal) => edit({ portal })} />
      <Switch label={t('answers.confirm')} hint={t('answers.confirmHint')} on={answers.on} onChange={(on) => edit({ on })} />
      {answers.on && <ConfirmationText store={store} texts={answers.texts} closedTexts={store.calendar === null ? null : answers.closedTexts} error={errors.confirmation} onChange={edit} />}
      <div className={styles.over}>
        <TextField
          label={t('answers.days')}
          hint={t('answers.daysHint')}
          error={errors.followUpAfterDays}
          type="number"
          inputMode="numeric"
          min={0}
          required
          className={styles.days}
          value={answers.days}
          onChange={(event) => edit({ days: event.target.value })}
        />
      </div>
      {elsewhere && (
        <Banner tone="bad" live="assertive">
          {reason(save.error)} {t('answers.kept')}
        </Banner>
      )}
      <footer className={styles.end}>
        <Button kind="primary" type="submit" busy={save.isPending} disabled={save.isPending || !changed}>
          {save.isPending ? t('answers.saving') : t('answers.save')}
        </Button>
        {changed && (
          <Button
            kind="quiet"
            disabled={save.isPending}
            onClick={() => {
              save.reset();
              discard();
            }}
          >
            {t('answers.discard')}
          </Button>
        )}
        <p role="status" className={styles.standing}>
          {save.isSuccess && !changed ? (
            <>
              <Icon name="check" size={14} /> {t('answers.saved')}
            </>
          ) : (
            changed && !save.isPending && t('answers.unsaved')
          )}
        </p>
      </footer>
    </form>
  );
  if (!named) return form;
  return (
    <FoldCard
      name={store.name}
      begins={left}
      sign={<StoreDot color={store.color} />}
      facts={
        <>
          <span className={styles.first}>{answers.signature.trim() === '' ? t('answers.noSignature') : answers.signature.trim().split('\n')[0]}</span>
          <span>{t(answers.on ? 'answers.confirms' : 'answers.confirmsNot')}</span>
        </>
      }
      side={changed && t('answers.unsaved')}
    >
      {form}
    </FoldCard>
  );
}
