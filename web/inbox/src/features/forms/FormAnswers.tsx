import { useTranslation } from 'react-i18next';
import { useChannels } from '@/features/channels/api';
import { useFields } from '@/features/fields/api';
import { useStores } from '@/features/stores/api';
import type { Ticket } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { Icon } from '@shared/ui/Icon';
import styles from './Forms.module.css';

/** What the customer answered in a form, in the agent's words where the form has them. */
export function FormAnswers({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const name = useNamed();
  const stores = useStores();
  const form = useChannels().data?.find(({ id }) => id === ticket.channel);
  const own = useFields().data ?? [];
  const answers = Object.entries(ticket.fields).filter(([key]) => !own.some(({ field }) => field.key === key));
  if (answers.length === 0) return null;
  return (
    <section className={styles.answers} aria-label={t('forms.answers')}>
      <h3>{t('forms.answers')}</h3>
      <dl>
        {answers.map(([key, value]) => {
          const field = form?.fields.find((one) => one.key === key);
          const label = (part: string) => name(field?.options?.find((option) => option.key === part)?.label, '') || ((field?.kind === 'store' ? stores.find(({ id }) => id === part)?.name : null) ?? part);
          const shown = field?.kind === 'multipleChoice' ? value.split(',').map(label).join(', ') : label(value);
          return (
            <div key={key}>
              <dt>{name(field?.label, '') || (field ? (field.kind === 'text' ? key : t(`formKind.${field.kind}`)) : key)}</dt>
              <dd>{field?.kind === 'consent' ? <Icon name="check" size={14} /> : shown}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
