import { useTranslation } from 'react-i18next';
import { useDepartments } from '@/features/departments/api';
import { useWays } from '@/features/session/api';
import type { Agent } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Avatar } from '@shared/ui/Avatar';
import { Button } from '@shared/ui/Button';
import { CopyField } from '@shared/ui/CopyField';
import { Banner, useReason } from '@shared/ui/Notice';
import { Pill } from '@shared/ui/Pill';
import styles from '@shared/ui/Place.module.css';
import { PlaceCard } from '@shared/ui/PlaceCard';
import { AgentForm } from './AgentForm';
import { useJoinLink, useRoles, useSaveAgent } from './api';
import { useRoleName } from './role-name';

/** An agent in the list: shown, changed in place, given a link, sent away and taken back. */
export function AgentCard({ agent, invited }: { agent: Agent; invited: boolean }) {
  const { t } = useTranslation();
  const departments = useDepartments();
  const role = useRoles().data?.find(({ id }) => id === agent.role);
  const roleName = useRoleName();
  const turn = useSaveAgent(agent.id);
  const passwords = useWays().data?.passwords ?? false;
  const theirs = departments.filter(({ id }) => agent.departments.includes(id)).map(({ name }) => name);
  return (
    <PlaceCard
      place={agent}
      mark={<Avatar name={agent.name} picture={agent.picture} size={32} />}
      note={!agent.joined && <Pill tone="plain">{t('people.invited')}</Pill>}
      words={{ off: t('people.left'), switchOff: t('people.sendAway'), switchOn: t('people.takeBack') }}
      effect={t('people.leaveEffect')}
      turn={turn}
      form={(done) => <AgentForm agent={agent} onDone={() => done()} />}
      below={agent.active && passwords && <Invitation agent={agent} open={invited} />}
    >
      {agent.email} · {role ? roleName(role) : agent.role}
      <br />
      {theirs.length > 0 ? theirs.join(', ') : t('people.allDepartments')}
    </PlaceCard>
  );
}

/** The link by which an agent chooses a password; it is shown once. */
function Invitation({ agent, open }: { agent: Agent; open: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const link = useJoinLink(agent.id);
  if (link.data)
    return (
      <div className={styles.form}>
        <CopyField label={t('people.link')} value={location.origin + link.data.path} />
        <p className={styles.facts}>{t('people.linkHint', { name: agent.name, until: format.exact(new Date(link.data.before)) })}</p>
      </div>
    );
  return (
    <div className={styles.ends}>
      <Button size="s" kind={open ? 'primary' : undefined} busy={link.isPending} disabled={link.isPending} onClick={() => link.mutate()}>
        {agent.joined ? t('people.newPassword') : t('people.invite')}
      </Button>
      {link.isError && <Banner tone="bad">{reason(link.error)}</Banner>}
    </div>
  );
}
