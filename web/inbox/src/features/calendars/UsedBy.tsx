import { useTranslation } from 'react-i18next';
import { useDepartments } from '@/features/departments/api';
import { useStores } from '@/features/stores/api';
import type { Calendar } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { Banner, useReason } from '@shared/ui/Notice';
import { Picker } from '@shared/ui/Picker';
import { useAssignCalendar } from './api';
import styles from './CalendarsScreen.module.css';

/** Which stores and departments go by a calendar; choosing one gives it to them, choosing it again takes it away. */
export function UsedBy({ calendar, all }: { calendar: Calendar; all: Calendar[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const assign = useAssignCalendar();
  const groups = [
    { kind: 'stores' as const, members: useStores() },
    { kind: 'departments' as const, members: useDepartments() },
  ];
  const users = groups.flatMap(({ kind, members }) => members.filter(({ id }) => calendar[kind].includes(id)).map(({ name }) => name));
  return (
    <div className={styles.used}>
      <Picker
        label={t('calendars.assign')}
        placeholder={t('calendars.assignSearch')}
        empty={t('calendars.assignEmpty')}
        choices={groups.flatMap(({ kind, members }) =>
          members.map(({ id, name }) => {
            const has = all.find((one) => one[kind].includes(id));
            const chosen = has?.id === calendar.id;
            return {
              key: `${kind}:${id}`,
              label: name,
              group: t(`calendars.${kind}`),
              end: has && !chosen ? <small className={styles.quiet}>{has.name}</small> : undefined,
              chosen,
              onSelect: () => assign.mutate({ kind, id, calendar: chosen ? null : calendar.id }),
            };
          }),
        )}
        trigger={(props) => (
          <Button {...props} size="s" icon="users" busy={assign.isPending} disabled={assign.isPending}>
            {t('calendars.usedBy')}: {users.length === 0 ? t('calendars.nobody') : format.list(users)}
          </Button>
        )}
      />
      {assign.isError && (
        <Banner tone="bad" live="assertive">
          {reason(assign.error)}
        </Banner>
      )}
    </div>
  );
}
