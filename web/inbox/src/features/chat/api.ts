import { useCallback, useEffect, useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import { apiUrl } from '@shared/api/place';
import type { Channel, ChatChange } from '@shared/api/schema';

const lasts = 6_000;
const apart = 3_000;
const hears = new Set<(ticketId: string) => void>();

/** Somebody on the other side of a ticket types. */
export const heardTyping = ({ ticketId }: { ticketId: string }) => hears.forEach((hear) => hear(ticketId));

/** True for a while after the ticket's visitor was heard to type. */
export function useTyping(ticketId: string) {
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    let timer = 0;
    const hear = (id: string) => {
      if (id !== ticketId) return;
      setTyping(true);
      clearTimeout(timer);
      timer = window.setTimeout(() => setTyping(false), lasts);
    };
    hears.add(hear);
    return () => {
      hears.delete(hear);
      clearTimeout(timer);
      setTyping(false);
    };
  }, [ticketId]);
  return typing;
}

/** Tells the visitor now and then that an answer is being written; nothing waits for it. */
export function useTellTyping(ticketId: string) {
  const told = useRef(0);
  return useCallback(() => {
    if (Date.now() - told.current < apart) return;
    told.current = Date.now();
    api.post(at('tickets', ticketId, 'typing')).catch(() => undefined);
  }, [ticketId]);
}

export function useChangeChat(channel: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (told: ChatChange) => api.put<Channel>(at('channels', channel, 'chat'), told), onSuccess: () => client.invalidateQueries({ queryKey: ['channels'] }) });
}

const apiOrigin = () => new URL(apiUrl('/'), location.href).origin;

/** The line that puts the chat into a site: the API is named where it is not at the web's own address. */
export const embedLine = (channel: string) =>
  `<script async src="${location.origin}/widget/loader.js" data-channel="${channel}"${apiOrigin() === location.origin ? '' : ` data-api="${apiOrigin()}"`}></script>`;

/** A page that carries the chat, to try it. */
export const previewUrl = (channel: string, language: string) => `/widget/preview.html?${new URLSearchParams({ channel, api: apiOrigin(), lang: language }).toString()}`;
