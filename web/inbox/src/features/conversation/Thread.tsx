import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { useSending } from '@/features/composer/api';
import type { Message } from '@shared/api/schema';
import { go } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { LoadError } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useEventText } from '@/features/workflow/api';
import { useEvents, useMessages } from './api';
import { Gallery } from './gallery';
import { DayLine, NewLine } from './Divider';
import { look, lookedAt } from './looked';
import { MessageCard } from './MessageCard';
import { MovedLine } from './MovedLine';
import { PendingCard } from './PendingCard';
import { SplitDialog } from './SplitDialog';
import { kindOf } from './kind-of';
import { linkedMessage, useSteps } from './steps';
import { SystemLine } from './SystemLine';
import { SystemLines } from './SystemLines';
import styles from './Thread.module.css';
import { hasArrived, placed, splittable, timeline } from './timeline';

const none: never[] = [];

/** The thread, newest at the bottom and seen first; older messages come as one scrolls up, and nothing jumps. */
export function Thread({ ticketId, hrefOf }: { ticketId: string; hrefOf: (ticketId: string) => string }) {
  const { t } = useTranslation();
  const messages = useMessages(ticketId);
  const events = useEvents(ticketId);
  const sending = useSending(ticketId);
  const me = useMe();
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const [unseen, setUnseen] = useState(false);
  const [splitting, setSplitting] = useState<Message | null>(null);
  const [since] = useState(() => lookedAt(me.id, ticketId));
  const [linked, setLinked] = useState(linkedMessage);
  const say = useEventText();
  useSteps(scroller);

  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = messages;
  const loaded = useMemo(() => (messages.data?.pages ?? none).flatMap((page) => page.items), [messages.data]);
  const entries = useMemo(() => timeline(loaded, events.data ?? none, !hasNextPage), [loaded, events.data, hasNextPage]);
  const shown = placed(
    entries.filter((entry) => entry.kind !== 'event' || say(entry.event) !== null),
    (message) => since !== null && message.author !== me.id && message.receivedAt > since,
  );
  const url = hrefOf(ticketId);
  const pictures = useMemo(() => loaded.toReversed().flatMap(({ attachments }) => attachments.filter((file) => !file.inline && kindOf(file) === 'image')), [loaded]);
  // What was said in a merged ticket is split there, once the merge is undone.
  const splits = (message: Message) => (message.ticketId === ticketId ? splittable(message, loaded, !hasNextPage) : 'no');
  const newest = messages.data?.pages[0]?.items[0]?.id;
  const newestAt = messages.data?.pages[0]?.items[0]?.receivedAt;
  const ready = newest !== undefined;

  useEffect(() => {
    if (newestAt === undefined) return;
    const keep = () => look(me.id, ticketId, newestAt);
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [me.id, ticketId, newestAt]);

  // A link to a message leads to it, however far back it is.
  const isLoaded = linked !== null && loaded.some(({ id }) => id === linked);
  useEffect(() => {
    if (linked === null || !ready) return;
    if (isLoaded) scroller.current?.querySelector(`[data-message="${CSS.escape(linked)}"]`)?.scrollIntoView({ block: 'center' });
    else if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [linked, ready, isLoaded, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  useEffect(() => {
    const change = () => setLinked(linkedMessage());
    addEventListener('hashchange', change);
    return () => removeEventListener('hashchange', change);
  }, []);

  // The scroller is laid out from its end, so its place is counted from the newest message: 0, and less above it.
  const known = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || newest === known.current) return;
    const first = known.current === undefined;
    known.current = newest;
    if (!first) {
      if (box.scrollTop < -120) setUnseen(true);
      return;
    }
    if (linkedMessage() !== null) return;
    const last = box.querySelector<HTMLElement>('article:last-of-type');
    const mark = box.querySelector('[data-new]');
    // How long a mail is shows once it is drawn: it is read from its beginning, until whoever reads goes on.
    const begin = () => {
      if (mark) mark.scrollIntoView({ block: 'start' });
      else if (last && last.offsetHeight > box.clientHeight) last.scrollIntoView({ block: 'start' });
    };
    begin();
    const watch = new ResizeObserver(begin);
    if (last) watch.observe(last);
    const stay = new AbortController();
    const leave = () => {
      watch.disconnect();
      stay.abort();
    };
    for (const sign of ['wheel', 'touchmove', 'pointerdown', 'keydown']) document.addEventListener(sign, leave, { capture: true, passive: true, signal: stay.signal });
    return leave;
  }, [newest]);

  useEffect(() => {
    if (sending?.phase === 'sending') scroller.current?.scrollTo({ top: 0 });
  }, [sending]);

  useEffect(() => {
    const mark = top.current;
    if (!mark || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), { root: scroller.current, rootMargin: '900px 0px 0px' });
    watch.observe(mark);
    return () => watch.disconnect();
  }, [ready, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  if (messages.isPending)
    return (
      <Loading className={styles.bones}>
        {[120, 72, 150].map((height) => (
          <div key={height} className={styles.bone}>
            <Skeleton width={32} height={32} round />
            <Skeleton height={height} />
          </div>
        ))}
      </Loading>
    );
  if (!messages.data) return <LoadError what={t('thread.failed')} error={messages.error} onRetry={() => void messages.refetch()} />;

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        tabIndex={0}
        role="log"
        aria-label={t('thread.label')}
        data-thread=""
        onScroll={(event) => {
          if (unseen && event.currentTarget.scrollTop > -40) setUnseen(false);
        }}
      >
        <div className={styles.thread}>
          <div ref={top} className={styles.top}>
            {isFetchingNextPage && t('thread.older')}
            {isFetchNextPageError && (
              <Button size="s" icon="refresh" onClick={() => void fetchNextPage()}>
                {t('thread.olderFailed')}
              </Button>
            )}
          </div>
          <Gallery value={pictures}>
            {shown.map((entry) => {
              if (entry.kind === 'day') return <DayLine key={entry.key} at={entry.at} />;
              if (entry.kind === 'new') return <NewLine key={entry.key} />;
              if (entry.kind === 'changes') return <SystemLines key={entry.key} events={entry.events} />;
              if (entry.kind === 'event') return <SystemLine key={entry.key} event={entry.event} />;
              if (entry.kind === 'moved') return <MovedLine key={entry.key} to={entry.to} count={entry.count} hrefOf={hrefOf} />;
              return <MessageCard key={entry.key} message={entry.message} url={url} linked={entry.message.id === linked} onSplit={splits(entry.message) === 'no' ? undefined : setSplitting} />;
            })}
          </Gallery>
          {sending?.phase === 'sending' && !hasArrived(sending, me.id, loaded) && <PendingCard sending={sending} />}
        </div>
      </div>
      {unseen && (
        <Button size="s" icon="down" className={styles.jump} onClick={() => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })}>
          {t('thread.newBelow')}
        </Button>
      )}
      {splitting && <SplitDialog message={splitting} withLater={splits(splitting) === 'later'} onSplit={({ id }) => go(hrefOf(id))} onClose={() => setSplitting(null)} />}
    </div>
  );
}
