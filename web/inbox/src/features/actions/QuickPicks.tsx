import { Suspense, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { ChangeCustomer } from '@/features/customer/api';
import { useOffer, type Command } from '@/features/palette/api';
import { AskSnooze, PickPopup, pickTexts, useDeeds, type Pick } from '@/features/picks/api';
import { useWorkflow } from '@/features/workflow/api';
import type { Action, Ticket } from '@shared/api/schema';
import { bind, keyOf } from '@shared/keys/table';
import { useKeys } from '@shared/keys/useKeys';
import type { IconName } from '@shared/ui/Icon';
import { actionIcon, useAct } from './api';
import { snoozeUntil, watch, type Deed } from './deed';
import { NumberDialog } from './NumberDialog';

const icons: Record<Pick, IconName> = { assign: 'user', forward: 'users', label: 'tag', priority: 'alert', snooze: 'clock' };

interface QuickPicksProps {
  ticket: Ticket;
  anchor: RefObject<HTMLElement | null>;
  /** The workflow's own actions that are offered now, and what begins one. */
  plain: Action[];
  onStart: (action: Action) => void;
  onPrint: (quotes: boolean) => void;
}

/** What keys and the palette can do to the open ticket, whether or not the panel beside it is open. */
export default function QuickPicks({ ticket, anchor, plain, onStart, onPrint }: QuickPicksProps) {
  const { t } = useTranslation();
  const { actionName } = useWorkflow();
  const me = useMe();
  const { assign, change, spam } = useAct();
  const [picking, setPicking] = useState<Pick | null>(null);
  const [asking, setAsking] = useState<'time' | 'merge' | 'link' | 'customer' | null>(null);
  const may = (key: string) => ticket.actions.includes(key);

  const run = ({ action, request, guess }: Deed, said: string) => (action === 'assign' ? assign(ticket, request.assignee ?? null) : change(ticket, action, request, guess(ticket), said));
  const deeds = useDeeds({ assignee: ticket.assignee, department: ticket.department, priority: ticket.priority, labels: ticket.labels, snoozed: ticket.snoozedUntil !== null }, run, () => setAsking('time'));

  useKeys(bind({ department: may('forward') ? () => setPicking('forward') : undefined, label: may('label') ? () => setPicking('label') : undefined, snooze: may('snooze') ? () => setPicking('snooze') : undefined }));

  useOffer('ticket', () => {
    const group = t('palette.ticket', { number: ticket.number });
    const watching = ticket.followers.includes(me.id);
    const picks = (['assign', 'label', 'snooze', 'forward', 'priority'] as const).filter(may).flatMap((pick) =>
      deeds[pick]().filter(({ chosen }) => pick === 'label' || !chosen).map((choice): Command => ({ key: `${pick}:${choice.key}`, label: `${t(pickTexts[pick].label)}: ${choice.label}`, words: choice.words, group, icon: icons[pick], run: choice.onSelect })),
    );
    const other = (key: string, name: string, icon: IconName, does: () => void): Command[] => (may(key) ? [{ key: `ticket:${key}`, label: name, group, icon, run: does }] : []);
    return [
      ...plain.map((one): Command => ({ key: `act:${one.key}`, label: actionName(one.key), icon: actionIcon(one.key), shortcut: one.key === 'close' ? keyOf('close') : undefined, group, run: () => onStart(one) })),
      ...other('label', t('ticketCard.addLabel'), 'tag', () => setPicking('label')).map((command) => ({ ...command, shortcut: keyOf('label') })),
      ...other('snooze', t('snooze.label'), 'clock', () => setPicking('snooze')).map((command) => ({ ...command, shortcut: keyOf('snooze') })),
      ...other('forward', t('ticketCard.forward'), 'users', () => setPicking('forward')).map((command) => ({ ...command, shortcut: keyOf('department') })),
      ...other('follow', t(watching ? 'bulk.unwatch' : 'ticketCard.watch'), 'eye', () => run(watch(!watching), t(watching ? 'bulk.unwatch' : 'ticketCard.watching'))),
      ...other('spam', t(ticket.spam ? 'bulk.release' : 'ticketCard.spam'), 'shield', () => spam(ticket, ticket.spam === null)),
      ...(ticket.mergedInto === null ? other('merge', t('joining.merge'), 'split', () => setAsking('merge')) : []),
      ...other('link', t('joining.link'), 'next', () => setAsking('link')),
      ...other('customer', t('customer.change'), 'user', () => setAsking('customer')),
      { key: 'print', label: t('talk.print'), icon: 'file', shortcut: keyOf('print'), group, run: () => onPrint(false) },
      { key: 'printAll', label: t('talk.printQuotes'), icon: 'file', group, run: () => onPrint(true) },
      ...picks,
    ];
  });

  return (
    <>
      {picking && <PickPopup pick={picking} deeds={deeds} anchor={anchor} onClose={() => setPicking(null)} />}
      {asking === 'time' && (
        <AskSnooze onTime={(at) => run(snoozeUntil(at), t('snooze.label'))} onClose={() => setAsking(null)} />
      )}
      {(asking === 'merge' || asking === 'link') && <NumberDialog ticket={ticket} way={asking} onClose={() => setAsking(null)} />}
      {asking === 'customer' && (
        <Suspense>
          <ChangeCustomer ticket={ticket} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </>
  );
}
