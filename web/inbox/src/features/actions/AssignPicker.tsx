import { useTranslation } from 'react-i18next';
import { useAgentName, useAgentPicture, useAgents, useMe } from '@/features/agents/api';
import type { TicketRow } from '@shared/api/schema';
import { keyOf } from '@shared/keys/table';
import { Avatar } from '@shared/ui/Avatar';
import { Button } from '@shared/ui/Button';
import type { Choice } from '@shared/ui/Choices';
import { Icon } from '@shared/ui/Icon';
import { Picker } from '@shared/ui/Picker';
import styles from './ActionBar.module.css';
import { useAct } from './api';

interface AssignPickerProps {
  row: TicketRow;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** Whose the ticket is, and a searchable list to change it. */
export function AssignPicker({ row, open, onOpen }: AssignPickerProps) {
  const { t } = useTranslation();
  const me = useMe();
  const agents = useAgents();
  const name = useAgentName()(row.assignee);
  const picture = useAgentPicture();
  const { assign } = useAct();

  const one = (id: string | null, label: string, words?: string): Choice => ({
    key: id ?? '',
    label,
    words,
    start: id ? <Avatar name={words ?? label} picture={picture(id)} size={22} /> : <Icon name="users" size={18} />,
    chosen: row.assignee === id,
    onSelect: () => assign(row, id),
  });
  const others = agents.filter((agent) => agent.active && agent.id !== me.id);

  return (
    <Picker
      label={t('assign.label')}
      placeholder={t('assign.find')}
      empty={t('assign.none')}
      align="end"
      open={open}
      onOpen={onOpen}
      choices={[one(me.id, t('assign.me'), me.name), one(null, t('assign.nobody')), ...others.map((agent) => one(agent.id, agent.name, agent.name))]}
      trigger={(props) => (
        <Button {...props} kind="quiet" className={styles.assign} aria-keyshortcuts={keyOf('assign')} title={`${t('assign.label')} (${keyOf('assign')})`}>
          {name ? <Avatar name={name} picture={picture(row.assignee)} size={20} /> : <Icon name="user" />}
          {name && <span className="visually-hidden">{t('assign.label')}: </span>}
          <span className={styles.name}>{name ?? t('assign.label')}</span>
        </Button>
      )}
    />
  );
}
