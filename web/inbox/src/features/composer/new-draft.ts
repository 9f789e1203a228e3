import type { QueryClient } from '@tanstack/react-query';
import { createTicket, refreshLists } from '@/features/tickets/api';
import { recountViews } from '@/features/views/api';
import { Unreachable } from '@shared/api/problem';
import type { Address, NewTicketRequest, Ticket } from '@shared/api/schema';
import { session } from '@shared/api/session';
import type { Attempt, DraftFile } from './drafts';
import { fetchKept, readKept, writeKept } from './keep';
import { setSending } from './sending';

/** A conversation that was begun while nobody answered, exactly as it will go. */
export interface NewWaiting {
  request: NewTicketRequest;
  key: string;
  /** When it was sent, in ms. */
  since: number;
}

/** What an agent has written to somebody first, and not sent. */
export interface NewDraft {
  channel: string;
  to: Address[];
  cc: Address[];
  subject: string;
  text: string;
  html: string | null;
  files: DraftFile[];
  /** For WhatsApp: the number, who it is, and the template with its gaps. */
  number: string;
  name: string;
  template: string;
  texts: Record<string, string>;
  attempt: Attempt | null;
  waiting: NewWaiting | null;
}

export const blankNew: NewDraft = { channel: '', to: [], cc: [], subject: '', text: '', html: null, files: [], number: '', name: '', template: '', texts: {}, attempt: null, waiting: null };

/** Under this name it is told how its sending goes, as under a ticket's id. */
export const newId = 'new';

export const newPlace = () => `new:${session.get()?.agent.id}`;

const read = (): NewDraft => ({ ...blankNew, ...readKept<Partial<NewDraft>>(newPlace()) });

/** What waits for the connection, null for nothing. */
export async function waitingNew() {
  await fetchKept(newPlace());
  return read().waiting;
}

type Ending = { made: Ticket } | { refused: unknown } | 'waiting';

/** Takes it to the server, under its key: however often that is done, it leaves once. It stays on disk until the server has it; `again` for what has waited already, and may have been taken back. */
export async function deliverNew(client: QueryClient, waiting: NewWaiting, again = false): Promise<Ending> {
  try {
    const made = await createTicket(waiting.request, waiting.key);
    writeKept(newPlace(), null, 0);
    setSending(newId, undefined);
    void refreshLists(client);
    void recountViews(client);
    return { made };
  } catch (error) {
    const takenBack = again && read().waiting === null;
    const waits = error instanceof Unreachable;
    const kept = { ...read(), waiting: waits && !takenBack ? waiting : null };
    writeKept(newPlace(), kept, kept.text.length + (kept.html?.length ?? 0));
    setSending(newId, kept.waiting ? { phase: 'waiting' } : undefined);
    return waits ? 'waiting' : { refused: error };
  }
}
