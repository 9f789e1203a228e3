import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFields } from '@/features/fields/api';
import type { ActionField, Ticket } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { SelectField, TextField } from '@shared/ui/Field';
import { useAct } from './api';
import styles from './TicketCard.module.css';

/** The desk's own fields of a ticket, each kept once one leaves it. */
export function FieldsCard({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { change } = useAct();
  const fields = (useFields().data ?? []).filter(({ stores }) => stores.length === 0 || stores.includes(ticket.store)).map(({ field }) => field);
  if (fields.length === 0 || !ticket.actions.includes('fill')) return null;
  return (
    <section className={styles.fields} aria-label={t('fields.ticket')}>
      {fields.map((field) => (
        <FieldInput key={`${field.key}:${ticket.fields[field.key] ?? ''}`} field={field} answer={ticket.fields[field.key] ?? ''} onAnswer={(answer) => change(ticket, 'fill', { fields: { [field.key]: answer } })} />
      ))}
    </section>
  );
}

function FieldInput({ field, answer, onAnswer }: { field: ActionField; answer: string; onAnswer: (answer: string) => void }) {
  const { t } = useTranslation();
  const named = useNamed();
  const [text, setText] = useState(answer);
  const label = named(field.names, field.key);
  if (field.type === 'choice')
    return (
      <SelectField label={label} value={answer} onChange={({ target }) => onAnswer(target.value)}>
        <option value="">{t('fields.none')}</option>
        {field.choices.map(({ key, names }) => (
          <option key={key} value={key}>
            {named(names, key)}
          </option>
        ))}
      </SelectField>
    );
  return (
    <TextField
      label={label}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => text !== answer && onAnswer(text.trim())}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
