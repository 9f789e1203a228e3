import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTicketList } from '@/features/tickets/api';
import type { TicketRow } from '@shared/api/schema';
import { usePerson } from '@shared/i18n/usePerson';
import { go } from '@shared/router';
import { useNotices } from './api';
import { knownOf, newsOf, type Known } from './news';
import { sound } from './sound';

/** More than this at once are told of together. */
const mostApart = 3;

/** Another tab may be faster: whoever writes down what is told first, tells it. */
const claim = ({ id, lastMessageAt }: TicketRow) => {
  const told = `${id} ${lastMessageAt}`;
  const before = (localStorage.getItem('noticed') ?? '').split('\n');
  if (before.includes(told)) return false;
  localStorage.setItem('noticed', [told, ...before].slice(0, 50).join('\n'));
  return true;
};

const flat = (list: ReturnType<typeof useTicketList>) => list.data?.pages.flatMap(({ items }) => items);

/** Tells of what concerns the agent: what they own or watch, and where they want it what nobody owns. */
export default function Notices({ open, hrefOf }: { open: string | null; hrefOf: (ticketId: string) => string }) {
  const { t } = useTranslation();
  const person = usePerson();
  const { notices } = useNotices();
  const mine = flat(useTicketList({ view: 'mine' }));
  const watched = flat(useTicketList({ view: 'watched' }));
  const nobodys = flat(useTicketList({ view: 'unassigned' }));
  const rows = useMemo(() => (mine && watched && nobodys ? [...mine, ...watched, ...(notices.unassigned ? nobodys : [])] : null), [mine, watched, nobodys, notices.unassigned]);
  const all = useMemo(() => [...(mine ?? []), ...(watched ?? []), ...(nobodys ?? [])], [mine, watched, nobodys]);

  const known = useRef<Known | null>(null);
  const latest = useRef({ open, notices });
  useEffect(() => {
    latest.current = { open, notices };
  });
  useEffect(() => {
    if (!rows) return;
    const shown = document.hidden || !document.hasFocus() ? null : latest.current.open;
    const news = known.current === null ? [] : newsOf(rows, known.current, shown).filter(claim);
    known.current = knownOf(all, known.current ?? undefined);
    if (news.length === 0) return;
    const { desktop, sound: aloud } = latest.current.notices;
    if (aloud) void sound().catch(() => undefined); // a browser that lets no sound out before a click stays silent
    if (!desktop || !('Notification' in window) || Notification.permission !== 'granted') return;
    const show = (title: string, body: string, tag: string, path: string) => {
      const notice = new Notification(title, { body, tag, icon: '/icon.svg', silent: true });
      notice.onclick = () => {
        window.focus();
        go(path);
        notice.close();
      };
    };
    if (news.length > mostApart) show(t('notices.many', { count: news.length }), news.map(({ customer }) => person(customer)).join(', '), 'many', '/inbox/unread');
    else for (const row of news) show(person(row.customer), `${row.subject || t('row.noSubject')}\n${row.preview}`, row.id, hrefOf(row.id));
  }, [rows, all, t, person, hrefOf]);
  return null;
}
