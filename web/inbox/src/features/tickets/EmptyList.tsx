import { useTranslation } from 'react-i18next';
import type { TextKey } from '@shared/i18n';
import { useTouch } from '@shared/keys/useTouch';
import { Button } from '@shared/ui/Button';
import type { IconName } from '@shared/ui/Icon';
import { Empty } from '@shared/ui/Notice';

const views: Record<string, { icon: IconName; title: TextKey; lead: TextKey; touch?: TextKey }> = {
  mine: { icon: 'check', title: 'emptyView.mine', lead: 'emptyView.mineLead', touch: 'emptyView.mineTouch' },
  unassigned: { icon: 'check', title: 'emptyView.unassigned', lead: 'emptyView.unassignedLead' },
  unread: { icon: 'check', title: 'emptyView.unread', lead: 'emptyView.unreadLead' },
  watched: { icon: 'eye', title: 'emptyView.watched', lead: 'emptyView.watchedLead' },
  snoozed: { icon: 'clock', title: 'emptyView.snoozed', lead: 'emptyView.snoozedLead', touch: 'emptyView.snoozedTouch' },
  drafts: { icon: 'note', title: 'emptyView.drafts', lead: 'emptyView.draftsLead' },
  overdue: { icon: 'check', title: 'emptyView.overdue', lead: 'emptyView.overdueLead' },
  spam: { icon: 'shield', title: 'emptyView.spam', lead: 'emptyView.spamLead' },
};

/** A list without tickets: why, and what to do next. */
export function EmptyList({ view, q, narrowed, onWiden }: { view: string; q?: string; narrowed: boolean; onWiden: () => void }) {
  const { t } = useTranslation();
  const fingers = useTouch();
  if (narrowed)
    return (
      <Empty icon="search" title={q ? t('emptyView.search', { words: q }) : t('list.noneFound')} action={<Button onClick={onWiden}>{t(q && view !== 'all' ? 'emptyView.everywhere' : 'list.widen')}</Button>}>
        {t(q ? 'emptyView.searchLead' : 'list.noneFoundLead')}
      </Empty>
    );
  const { icon, title, lead, touch = lead } = views[view] ?? { icon: 'check' as const, title: 'list.empty' as const, lead: 'list.emptyLead' as const };
  return (
    <Empty icon={icon} title={t(title)}>
      {t(fingers ? touch : lead)}
    </Empty>
  );
}
