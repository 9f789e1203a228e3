import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '@/features/actions/api';
import { ActionBar } from '@/features/actions/ActionBar';
import { MergedNotice } from '@/features/actions/MergedNotice';
import { SpamNotice } from '@/features/actions/SpamNotice';
import { TypingLine } from '@/features/chat/TypingLine';
import { Composer, type ComposerHandle } from '@/features/composer/Composer';
import { ConversationHeader } from '@/features/conversation/ConversationHeader';
import { ReviewNotice } from '@/features/conversation/ReviewNotice';
import { Thread } from '@/features/conversation/Thread';
import { usePrint } from '@/features/conversation/usePrint';
import { OpenTickets } from '@/features/customer/OpenTickets';
import type { Command } from '@/features/palette/api';
import { useTicket } from '@/features/tickets/api';
import { useWorkflow } from '@/features/workflow/api';
import type { Ticket, TicketRow, View } from '@shared/api/schema';
import { withTexts } from '@shared/i18n/withTexts';
import { bind, keyOf } from '@shared/keys/table';
import { useKeys } from '@shared/keys/useKeys';
import { Button, IconButton } from '@shared/ui/Button';
import { LoadError } from '@shared/ui/Notice';
import { Resizer } from '@shared/ui/Resizer';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useStored } from '@shared/ui/useStored';
import styles from './ConversationPane.module.css';
import { inboxPath } from './routes';

const TicketPanel = withTexts(() => import('./TicketPanel'));

interface ConversationPaneProps {
  id: string;
  row: TicketRow | null;
  view: View | null;
  onBack: () => void;
  onNext: () => void;
  onCommands: (commands: Command[]) => void;
}

/** Opening is not yet reading: a ticket passed by stays unread. */
const readAfter = 700;

/** Views that keep what is closed. */
const keeps = new Set(['closed', 'archived', 'all', 'unread', 'watched', 'drafts', 'review']);

const isDone = (category: string | undefined) => category === 'closed' || category === 'archived';

const hrefOf = (ticketId: string) => inboxPath({ view: 'all' }, ticketId);
const listOf = (customer: string) => inboxPath({ view: 'all', customer });

/** A ticket of which only its row is known: one can begin to write, and send as soon as the rest is there. */
const early = (row: TicketRow): Ticket => ({ ...row, actions: ['reply', 'note'], recipients: { from: null, to: [], cc: [] }, participants: [], followers: [], suggested: [], fields: {}, mergedInto: null, merged: [], later: [], notice: null, related: [], followUpOf: null, splitFrom: null, answerBy: null, lines: [], mayBe: null });

export function ConversationPane({ id, row, view, onBack, onNext, onCommands }: ConversationPaneProps) {
  const { t } = useTranslation();
  const query = useTicket(id);
  const { move, read } = useAct();
  const { action, state } = useWorkflow();
  const composer = useRef<ComposerHandle>(null);
  const [assigning, setAssigning] = useState(false);
  const [beside, setBeside] = useStored('layout:customer', matchMedia('(min-width: 1400px)').matches);
  const [above, setAbove] = useState(false);
  const narrow = matchMedia('(max-width: 960px)').matches;
  const [panel, setPanel] = narrow ? [above, setAbove] : [beside, setBeside];
  const [width, setWidth] = useStored('layout:customer-width', 300);
  const ticket = query.data;
  const shown = ticket ?? row;

  const { print, paper } = usePrint(shown);
  const unread = shown?.unread ?? false;
  const number = shown?.number ?? 0;
  const marked = useRef(false);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    if (!unread || marked.current) return;
    const timer = setTimeout(() => {
      marked.current = true;
      void latest.current({ id, number }, true);
    }, readAfter);
    return () => clearTimeout(timer);
  }, [id, number, unread]);

  const run = (target: TicketRow, key: string) => {
    const to = action(key)?.to;
    const leaves = isDone(to ? state(to)?.category : undefined) && view !== null && !keeps.has(view.key);
    void move(target, key);
    if (leaves) onNext();
  };
  const may = (key: string) => ticket?.actions.includes(key) ?? false;
  const unreadNow = () => {
    if (!ticket) return;
    marked.current = true;
    void read(ticket, false);
  };

  useKeys(
    bind({
      reply: !ticket || may('reply') ? () => composer.current?.write('reply') : undefined,
      note: !ticket || may('note') ? () => composer.current?.write('note') : undefined,
      assign: may('assign') ? () => setAssigning(true) : undefined,
      customer: () => setPanel(!panel),
      print: shown ? () => void print(false) : undefined,
      back: onBack,
      unread: unreadNow,
      leave: onBack,
      open: () => document.querySelector<HTMLElement>('[data-thread]')?.focus(),
    }),
  );

  useEffect(() => {
    if (!ticket) return;
    const group = t('palette.ticket', { number: ticket.number });
    const own: Command[] = [
      { key: 'reply', label: t('composer.reply'), icon: 'reply', shortcut: keyOf('reply'), group, run: () => composer.current?.write('reply') },
      { key: 'note', label: t('composer.note'), icon: 'note', shortcut: keyOf('note'), group, run: () => composer.current?.write('note') },
      { key: 'assign', label: t('assign.label'), icon: 'user', shortcut: keyOf('assign'), group, run: () => setAssigning(true) },
    ];
    onCommands(own.filter((command) => ticket.actions.includes(command.key)));
    return () => onCommands([]);
  }, [ticket, t, onCommands]);

  if (query.isError && !ticket)
    return (
      <>
        <LoadError what={t('conversation.failed')} error={query.error} onRetry={() => void query.refetch()} />
        <div className={styles.away}>
          <Button kind="quiet" icon="back" onClick={onBack}>
            {t('conversation.back')}
          </Button>
        </div>
      </>
    );

  return (
    <div className={styles.pane}>
      <div className={styles.talk}>
        {shown ? (
          <ConversationHeader ticket={shown} before={ticket?.followUpOf ?? null} from={ticket?.splitFrom ?? null} hrefOf={hrefOf} onBack={onBack}>
            {ticket && <ActionBar ticket={ticket} assigning={assigning} onAssigning={setAssigning} onMove={run} onUnread={unreadNow} onPrint={(quotes) => void print(quotes)} />}
            <IconButton icon="panel" label={panel ? t('customer.hide') : t('customer.show')} shortcut={keyOf('customer')} aria-pressed={panel} onClick={() => setPanel(!panel)} />
          </ConversationHeader>
        ) : (
          <Loading className={styles.header}>
            <Skeleton width="46%" height={15} />
            <Skeleton width="28%" />
          </Loading>
        )}
        {ticket?.mergedInto && <MergedNotice ticket={ticket} hrefOf={hrefOf} />}
        {ticket?.spam && <SpamNotice ticket={ticket} />}
        {shown && <OpenTickets ticket={shown} hrefOf={hrefOf} />}
        {shown?.review && <ReviewNotice ticketId={id} />}
        <Thread ticketId={id} hrefOf={hrefOf} />
        {shown && <TypingLine ticket={shown} />}
        {shown ? <Composer ref={composer} ticket={ticket ?? early(shown)} loading={!ticket} onNext={onNext} /> : <div className={styles.composerBone} />}
      </div>
      {panel && shown && (
        <div className={styles.panel} style={narrow ? undefined : { width }}>
          {!narrow && <Resizer label={t('talk.resize')} width={width} least={240} most={520} onWidth={setWidth} />}
          <Suspense fallback={<div className={styles.bone} />}>
            <TicketPanel row={shown} ticket={ticket} hrefOf={hrefOf} listOf={listOf} onClose={() => setPanel(false)} />
          </Suspense>
        </div>
      )}
      {paper}
    </div>
  );
}
