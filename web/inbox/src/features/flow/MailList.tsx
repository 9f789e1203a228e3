import { useTranslation } from 'react-i18next';
import { useReplies } from '@/features/replies/api';
import type { ActionMail, MailTo } from '@shared/api/schema';
import { Button, IconButton } from '@shared/ui/Button';
import { CheckList } from '@shared/ui/CheckList';
import { SelectField, TextField } from '@shared/ui/Field';
import styles from './FlowScreen.module.css';

const recipients: MailTo[] = ['customer', 'assignee', 'departmentLead', 'followers', 'address'];

interface MailListProps {
  mails: ActionMail[];
  error: (part: string) => string | undefined;
  onChange: (mails: ActionMail[]) => void;
}

/** What an action sends by itself, and to whom. */
export function MailList({ mails, error, onChange }: MailListProps) {
  const { t } = useTranslation();
  const replies = (useReplies().data ?? []).filter(({ shared }) => shared);
  const edit = (at: number, part: Partial<ActionMail>) => onChange(mails.map((mail, place) => (place === at ? { ...mail, ...part } : mail)));
  const first = replies[0]?.id;
  return (
    <fieldset className={styles.fields}>
      <legend>{t('mails.label')}</legend>
      {mails.map((mail, at) => (
        <div key={at} className={styles.field}>
          <div className={styles.fieldHead}>
            <SelectField label={t('mails.reply')} error={error(`[${at}].reply`)} value={mail.reply} onChange={({ target }) => edit(at, { reply: target.value })}>
              {!replies.some(({ id }) => id === mail.reply) && <option value={mail.reply}>{t('choose')}</option>}
              {replies.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <IconButton icon="close" size="s" label={t('mails.remove')} onClick={() => onChange(mails.filter((_, place) => place !== at))} />
          </div>
          <CheckList
            label={t('mails.to')}
            hint={error(`[${at}].to`)}
            options={recipients.map((key) => ({ key, name: t(`mailTo.${key}`) }))}
            chosen={mail.to}
            onChange={(to) => edit(at, { to: to as MailTo[], address: to.includes('address') ? (mail.address ?? '') : null })}
          />
          {mail.to.includes('address') && <TextField label={t('mails.address')} type="email" error={error(`[${at}].address`)} value={mail.address ?? ''} onChange={({ target }) => edit(at, { address: target.value })} />}
        </div>
      ))}
      <div>
        {first === undefined ? (
          <p className={styles.fact}>{t('mails.noReplies')}</p>
        ) : (
          <Button size="s" icon="plus" onClick={() => onChange([...mails, { reply: first, to: ['customer'], address: null }])}>
            {t('mails.add')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
