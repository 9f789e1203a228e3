import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { TicketRow } from '@shared/api/schema';
import { useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { useMessages } from './api';

type Sheet = ComponentType<{ ticket: TicketRow; quotes: boolean }>;

const fetchSheet = async (): Promise<Sheet> => (await import('./PrintSheet')).default;

/** So many pages of older messages are fetched for paper. */
const mostPages = 25;
/** The sheet itself is fetched once the screen has had its time. */
const rest = 3000;

const drawn = () => Promise.all([...document.querySelectorAll<HTMLImageElement>('[data-sheet] img')].map((image) => image.decode().catch(() => undefined)));

/** A way to print a whole conversation, and the sheet while it prints; the browser's own way prints the same as far as it is loaded. */
export function usePrint(ticket: TicketRow | null): { print: (quotes: boolean) => Promise<void>; paper: ReactNode } {
  const reason = useReason();
  const [quotes, setQuotes] = useState(false);
  const [Sheet, setSheet] = useState<Sheet | null>(null);
  const fetched = useRef<Sheet | null>(null);
  const messages = useMessages(ticket?.id ?? '', ticket !== null);
  const latest = useRef(messages);
  useEffect(() => {
    latest.current = messages;
  });

  useEffect(() => {
    const timer = setTimeout(() => void fetchSheet().then((sheet) => (fetched.current = sheet), () => undefined), rest);
    const show = () => flushSync(() => setSheet(() => fetched.current));
    const hide = () => setSheet(null);
    addEventListener('beforeprint', show);
    addEventListener('afterprint', hide);
    return () => {
      clearTimeout(timer);
      removeEventListener('beforeprint', show);
      removeEventListener('afterprint', hide);
    };
  }, []);

  const print = async (all: boolean) => {
    for (let page = 0, more = latest.current.hasNextPage; more && page < mostPages; page++) more = (await latest.current.fetchNextPage()).hasNextPage;
    try {
      fetched.current = await fetchSheet();
    } catch (error) {
      return tell(reason(error), { tone: 'bad' });
    }
    flushSync(() => {
      setQuotes(all);
      setSheet(() => fetched.current);
    });
    await drawn();
    window.print();
  };

  return { print, paper: Sheet && ticket && <Sheet ticket={ticket} quotes={quotes} /> };
}
