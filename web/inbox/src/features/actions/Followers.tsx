import { useTranslation } from 'react-i18next';
import { useAgentName, useAgentPicture, useAgents, useMe } from '@/features/agents/api';
import type { Ticket } from '@shared/api/schema';
import { Avatar } from '@shared/ui/Avatar';
import { Button, IconButton } from '@shared/ui/Button';
import { Chip } from '@shared/ui/Chip';
import { Picker } from '@shared/ui/Picker';
import { useAct } from './api';
import styles from './TicketCard.module.css';

/** Who watches the ticket: oneself by one click, colleagues from a list. */
export function Followers({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const me = useMe();
  const agents = useAgents();
  const agentName = useAgentName();
  const picture = useAgentPicture();
  const { change } = useAct();
  const watching = ticket.followers.includes(me.id);
  const others = ticket.followers.filter((id) => id !== me.id);
  const turn = (who: string, on: boolean) => change(ticket, 'follow', { followers: { add: on ? [who] : [], remove: on ? [] : [who] } });

  return (
    <div className={styles.chips} role="group" aria-label={t('ticketCard.watchers')}>
      <Button size="s" icon="eye" aria-pressed={watching} onClick={() => turn('me', !watching)}>
        {t(watching ? 'ticketCard.watching' : 'ticketCard.watch')}
      </Button>
      {others.map((id) => (
        <Chip key={id} title={t('ticketCard.watches', { name: agentName(id) })} onRemove={() => turn(id, false)} removeLabel={t('ticketCard.unwatch', { name: agentName(id) })}>
          {agentName(id)}
        </Chip>
      ))}
      <Picker
        label={t('ticketCard.addWatcher')}
        placeholder={t('assign.find')}
        empty={t('assign.none')}
        choices={agents
          .filter(({ id, active }) => active && id !== me.id)
          .map(({ id, name }) => ({ key: id, label: name, start: <Avatar name={name} picture={picture(id)} size={22} />, chosen: others.includes(id), onSelect: () => turn(id, !others.includes(id)) }))}
        trigger={(props) => <IconButton {...props} icon="plus" size="s" label={t('ticketCard.addWatcher')} />}
      />
    </div>
  );
}
