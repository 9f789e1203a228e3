import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkflow } from '@/features/workflow/api';
import type { Action, Ticket, TicketRow } from '@shared/api/schema';
import { bind, keyOf } from '@shared/keys/table';
import { useKeys } from '@shared/keys/useKeys';
import { Button, IconButton } from '@shared/ui/Button';
import { Menu } from '@shared/ui/Menu';
import { actionIcon, useAct } from './api';
import { AssignPicker } from './AssignPicker';

const ActionDialog = lazy(() => import('./ActionDialog').then(({ ActionDialog }) => ({ default: ActionDialog })));
const QuickPicks = lazy(() => import('./QuickPicks'));

const primary = new Set(['close', 'reopen']);

interface ActionBarProps {
  ticket: Ticket;
  assigning: boolean;
  onAssigning: (open: boolean) => void;
  /** Runs an action that asks nothing, and moves on where that is wanted. */
  onMove: (row: TicketRow, action: string) => void;
  onUnread: () => void;
  onPrint: (quotes: boolean) => void;
}

/** What can be done to the ticket now, by the workflow and the agent's rights. */
export function ActionBar({ ticket, assigning, onAssigning, onMove, onUnread, onPrint }: ActionBarProps) {
  const { t } = useTranslation();
  const { action, actionName } = useWorkflow();
  const { ask } = useAct();
  const [asking, setAsking] = useState<Action | null>(null);
  const bar = useRef<HTMLSpanElement>(null);

  const offered = ticket.actions.map(action).filter((one): one is Action => one?.kind === 'plain');
  const first = offered.find((one) => primary.has(one.key));
  const rest = offered.filter((one) => one !== first);
  const start = (one: Action) => (one.fields.length > 0 ? setAsking(one) : onMove(ticket, one.key));
  const close = offered.find(({ key }) => key === 'close');
  useKeys(bind({ close: close && (() => start(close)) }));

  return (
    <>
      {ticket.actions.includes('assign') && <AssignPicker row={ticket} open={assigning} onOpen={onAssigning} />}
      {first && (
        <Button icon={actionIcon(first.key)} title={first.key === 'close' ? `${actionName(first.key)} (${keyOf('close')})` : undefined} aria-keyshortcuts={first.key === 'close' ? keyOf('close') : undefined} onClick={() => start(first)}>
          {actionName(first.key)}
        </Button>
      )}
      <Menu
        label={t('act.more')}
        align="end"
        groups={[
          { key: 'actions', items: rest.map((one) => ({ key: one.key, label: actionName(one.key), icon: actionIcon(one.key), onSelect: () => start(one) })) },
          {
            key: 'here',
            items: [
              { key: 'unread', label: t('act.unread'), icon: 'unread' as const, shortcut: keyOf('unread'), onSelect: onUnread },
              { key: 'print', label: t('talk.print'), icon: 'file' as const, shortcut: keyOf('print'), onSelect: () => onPrint(false) },
            ],
          },
        ].filter((group) => group.items.length > 0)}
        trigger={(props) => <IconButton {...props} icon="more" label={t('act.more')} />}
      />
      <span ref={bar} style={{ alignSelf: 'stretch' }} />
      <Suspense>
        <QuickPicks ticket={ticket} anchor={bar} plain={offered} onStart={start} onPrint={onPrint} />
      </Suspense>
      {asking && (
        <Suspense>
          <ActionDialog action={asking} onClose={() => setAsking(null)} onRun={(fields) => ask(ticket, asking.key, fields)} />
        </Suspense>
      )}
    </>
  );
}
