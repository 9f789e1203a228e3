import { useEffect, useRef, useState } from 'react';
import { api, at } from '@shared/api/client';
import type { Looking } from '@shared/api/schema';
import { heardLooker } from './lookers';

const lasts = 40_000;
const beat = 15_000;
const hears = new Set<(looking: Looking) => void>();

/** A colleague looks at a ticket. */
export const heardLooking = (looking: Looking) => {
  heardLooker(looking);
  hears.forEach((hear) => hear(looking));
};

const say = (ticket: string, writing: boolean) => void api.post(at('tickets', ticket, 'looking'), { writing }).catch(() => undefined);

/** Tells colleagues that this ticket is open here and whether something is written, and says who else has it open. */
export function useLooking(ticket: string, me: string, writing: boolean) {
  const [others, setOthers] = useState<Record<string, { writing: boolean; until: number }>>({});
  const now = useRef(writing);
  useEffect(() => {
    now.current = writing;
    if (!document.hidden) say(ticket, writing);
  }, [ticket, writing]);
  useEffect(() => {
    const known = new Set<string>();
    const hear = (looking: Looking) => {
      if (looking.ticketId !== ticket || looking.agent === me) return;
      // Whoever has just come does not know yet who is here.
      if (!known.has(looking.agent)) say(ticket, now.current);
      known.add(looking.agent);
      setOthers((before) => ({ ...before, [looking.agent]: { writing: looking.writing, until: Date.now() + lasts } }));
    };
    const beats = setInterval(() => {
      if (!document.hidden) say(ticket, now.current);
      setOthers((before) => Object.fromEntries(Object.entries(before).filter(([, { until }]) => until > Date.now())));
    }, beat);
    hears.add(hear);
    return () => {
      hears.delete(hear);
      clearInterval(beats);
      setOthers({});
    };
  }, [ticket, me]);
  return Object.entries(others).map(([agent, { writing: writes }]) => ({ agent, writes }));
}
