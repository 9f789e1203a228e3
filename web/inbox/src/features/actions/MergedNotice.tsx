import { useTranslation } from 'react-i18next';
import type { Ticket } from '@shared/api/schema';
import { Link } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { Banner } from '@shared/ui/Notice';
import { useJoining } from './api';

/** Says that a ticket is part of another, where that goes on, and lets it stand for itself again. */
export function MergedNotice({ ticket, hrefOf }: { ticket: Ticket; hrefOf: (ticketId: string) => string }) {
  const { t } = useTranslation();
  const { unmerge } = useJoining(ticket.id);
  return (
    <Banner tone="warn">
      {t('joining.isMerged')} <Link to={hrefOf(ticket.mergedInto ?? ticket.id)}>{t('joining.goOn')}</Link>{' '}
      {ticket.actions.includes('merge') && (
        <Button size="s" icon="undo" busy={unmerge.isPending} disabled={unmerge.isPending} onClick={() => unmerge.mutate(ticket.id)}>
          {t('joining.unmerge')}
        </Button>
      )}
    </Banner>
  );
}
