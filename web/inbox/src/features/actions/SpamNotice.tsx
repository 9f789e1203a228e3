import { useTranslation } from 'react-i18next';
import type { Ticket } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Banner } from '@shared/ui/Notice';
import { useAct } from './api';

const reasons = [
  'dmarc',
  'spf',
  'dkim',
  'filter',
  'no-message-id',
  'no-date',
  'reply-to',
  'name',
  'trap',
  'links',
  'link-text',
  'short-link',
  'disguised-file',
  'program-file',
  'capitals',
  'rate-sender',
  'rate-domain',
  'spammer',
  'words',
] as const;
const most = 4;

/** Says that a ticket is out of sight and why, and lets it back among the others. */
export function SpamNotice({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { spam: tellSpam } = useAct();
  if (!ticket.spam) return null;
  const { why, score } = ticket.spam;
  const against = ticket.spam.reasons.flatMap(({ key, points }) => (points > 0 ? reasons.filter((reason) => reason === key) : [])).slice(0, most);
  return (
    <Banner
      tone="warn"
      action={
        ticket.actions.includes('spam') && (
          <>
            <Button size="s" icon="undo" onClick={() => tellSpam(ticket, false)}>
              {t('spamNotice.release')}
            </Button>
            {why !== 'blocked' && (
              <Button size="s" onClick={() => tellSpam(ticket, true, true)}>
                {t('spamNotice.block')}
              </Button>
            )}
          </>
        )
      }
    >
      {t(`spamNotice.${why}`, { score })}
      {against.length > 0 && why === 'score' && ` (${against.map((reason) => t(`spamReason.${reason}`)).join(' · ')})`}
    </Banner>
  );
}
