import { desk, Refusal, type Message } from './desk';
import { listen } from './live';
import { remember } from './memory';
import type { Panel, Place } from './shared';
import { view, type Own } from './view';

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/** The conversation: what was said, what waits to be sent, and what is heard. */
window.helpdeskMxPanel = (place: Place): Panel => {
  const { channel, config, button } = place;
  const memory = remember(channel);
  const api = desk(place, () => memory.get().token);
  const messages = new Map<string, Message>();
  const faults = new Map<string, string>();
  const uploads = new Map<string, { file: File; progress: number }>();
  const kept = new Map<string, string>(); // what the desk has but has not shown yet: its id there, by ours
  let [where, seen, live, hearing, hearAgain, sending] = ['', false, false, false, false, false];
  let identity: string | null = null;
  let known: string | null = null;
  let unread = 0;
  let stop: (() => void) | undefined;
  let poll = 0;
  let retry = 0;
  let typed = 0;
  let typingEnds = 0;

  const isOpen = () => !screen.panel.hidden;
  const isLooking = () => isOpen() && document.visibilityState === 'visible';
  const badge = button.querySelector('b');

  const draw = () => {
    const { waiting, token, email } = memory.get();
    const own: Own[] = [
      ...waiting.map((one) => ({ ...one, state: kept.has(one.id) ? 'sent' : sending ? 'sending' : 'waiting', fault: faults.get(one.id) })),
      ...[...uploads].map(([id, { file, progress }]) => ({ id, text: file.name, state: 'sending', fault: faults.get(id), progress: faults.has(id) || kept.has(id) ? undefined : progress })),
    ];
    screen.show([...messages.values()], own, seen);
    const begun = token !== null || waiting.length > 0;
    const first = !begun && (!config.open || config.askEmail === 'before');
    screen.ask(first ? 'first' : messages.size > 0 && !known && !email && config.askEmail !== 'never' ? 'then' : null);
    screen.canAttach(token !== null);
    if (badge) badge.textContent = unread > 0 ? String(unread) : '';
    button.setAttribute('aria-label', unread > 0 ? screen.t('unread', String(unread)) : screen.t(isOpen() ? 'close' : 'open'));
  };

  const mark = (look: boolean) => {
    if (look) unread = 0;
    if (where !== '') void api.read(where, look);
  };

  const ring = () => {
    if (!memory.get().sound) return;
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    loudness.gain.value = 0.06;
    tone.frequency.value = 660;
    tone.connect(loudness).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.15);
    tone.onended = () => void audio.close();
  };

  const lost = () => {
    // The conversation is over for this browser; what was not sent begins a new one.
    memory.set({ token: null });
    where = '';
    stop?.();
    stop = undefined;
  };

  const hear = async () => {
    if (hearing) {
      hearAgain = true;
      return;
    }
    if (memory.get().token === null) return;
    hearing = true;
    try {
      const starting = where === '';
      const page = await api.hear(where);
      if (page.token) memory.set({ token: page.token });
      const news = page.items.filter((m) => !m.mine && !messages.has(m.id));
      for (const m of page.items) messages.set(m.id, m);
      [where, seen, known] = [page.place, page.seen, page.email];
      for (const [own, id] of kept)
        if (messages.has(id)) {
          kept.delete(own);
          uploads.delete(own);
          memory.set({ waiting: memory.get().waiting.filter((one) => one.id !== own) });
        }
      const fresh = starting ? news.filter((m) => !m.read) : news;
      if (fresh.length > 0) {
        screen.typing(null);
        if (!isLooking()) unread += fresh.length;
        if (!starting) ring();
        mark(isLooking());
      }
      draw();
      if (starting) screen.bottom();
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) {
        lost();
        draw();
      }
    } finally {
      hearing = false;
      if (hearAgain) {
        hearAgain = false;
        void hear();
      }
    }
  };

  const waitPoll = () => {
    clearTimeout(poll);
    if (!live && memory.get().token) poll = window.setTimeout(() => void hear().finally(waitPoll), document.hidden ? 60_000 : isOpen() ? 4_000 : 20_000);
  };

  const connect = () => {
    if (stop || memory.get().token === null) return;
    const heard = (target: string, said: unknown) => {
      if (target === 'changed') void hear();
      if (target !== 'typing') return;
      screen.typing((said as { name: string }).name);
      clearTimeout(typingEnds);
      typingEnds = window.setTimeout(() => screen.typing(null), 6_000);
    };
    stop = listen(api.negotiate, place.api, heard, (now) => {
      live = now;
      if (now) void hear(); // what was said while nobody listened
      waitPoll();
    });
    void hear();
    waitPoll();
  };

  const later = (seconds: number) => {
    clearTimeout(retry);
    retry = window.setTimeout(() => void flush(), seconds * 1000);
  };

  /** Sends what waits, in order, each until the desk has it or says why it will not. */
  const flush = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let next; (next = memory.get().waiting.find(({ id }) => !kept.has(id) && !faults.has(id))); ) {
        draw();
        const { token, name, email } = memory.get();
        const writing = { ...next, name: name || undefined, email: email || undefined, page: location.href.slice(0, 2000), identity: identity ?? undefined };
        try {
          if (token === null) {
            const begun = await api.begin(writing);
            memory.set({ token: begun.token });
            kept.set(next.id, begun.id);
          } else {
            const said = await api.say(writing);
            if (said.token) memory.set({ token: said.token });
            kept.set(next.id, said.id);
          }
          identity = null; // the desk's own token says it from now on
          screen.notice('');
          connect();
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          if (error.code === 'identity-wrong') {
            identity = null;
            screen.notice(error.message);
          } else if (error.code === 'visitor-unknown') lost();
          else if (error.status === 0 || error.status === 429) {
            later(error.after || 5);
            break;
          } else faults.set(next.id, error.message);
        }
      }
    } finally {
      sending = false;
      draw();
    }
    void hear();
  };

  const upload = async (id: string) => {
    const one = uploads.get(id);
    if (!one) return;
    faults.delete(id);
    try {
      await api.send(one.file, id, (part) => {
        one.progress = part;
        draw();
      });
      await hear();
      uploads.delete(id);
    } catch (error) {
      faults.set(id, error instanceof Error ? error.message : screen.t('failed'));
    }
    draw();
  };

  const close = () => {
    if (!isOpen()) return;
    screen.panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    memory.set({ open: false });
    draw();
    button.focus();
  };

  const open = () => {
    if (isOpen()) return;
    screen.panel.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    memory.set({ open: true });
    mark(isLooking());
    draw();
    screen.bottom();
    screen.text.focus();
    connect();
  };

  const screen = view(
    place,
    {
      say: (text) => {
        const { token, waiting } = memory.get();
        const contact = screen.contact();
        if (token === null && waiting.length === 0 && (!config.open || config.askEmail === 'before')) {
          if (!/^\S+@\S+\.\S+$/.test(contact.email)) {
            screen.notice(screen.t(contact.email ? 'not-email' : 'email-needed'));
            screen.needEmail();
            return;
          }
        }
        screen.notice('');
        memory.set({ waiting: [...waiting, { id: newId(), text }], ...(contact.email ? contact : {}) });
        screen.clear();
        draw();
        screen.bottom();
        void flush();
      },
      typing: () => {
        if (memory.get().token === null || Date.now() - typed < 3_000) return;
        typed = Date.now();
        void api.typing();
      },
      files: (files) => {
        for (const file of files) {
          if (file.size > config.largestFile) {
            screen.notice(screen.t('too-large', String(config.largestFile / 1024 / 1024)));
            continue;
          }
          const id = newId();
          uploads.set(id, { file, progress: 0 });
          void upload(id);
        }
        draw();
        screen.bottom();
      },
      contact: (name, email) => {
        api.contact(name, email).then(
          () => {
            memory.set({ name, email });
            screen.notice('');
            screen.note(screen.t('saved', email));
            draw();
            screen.text.focus();
          },
          (error: unknown) => screen.notice(error instanceof Error ? error.message : screen.t('failed')),
        );
      },
      again: (id) => {
        faults.delete(id);
        if (uploads.has(id)) void upload(id);
        else void flush();
      },
      remove: (id) => {
        faults.delete(id);
        uploads.delete(id);
        memory.set({ waiting: memory.get().waiting.filter((one) => one.id !== id) });
        draw();
      },
      sound: () => {
        memory.set({ sound: !memory.get().sound });
        screen.sound(memory.get().sound);
      },
      close,
    },
    api.link,
  );

  screen.sound(memory.get().sound);
  memory.heed(() => {
    connect();
    void hear();
    draw();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    if (isOpen() && unread > 0) mark(true);
    void hear();
    draw();
  });
  addEventListener('online', () => void flush());
  draw();
  connect();
  if (memory.get().waiting.length > 0) void flush();
  if (memory.get().token !== null && memory.get().open && innerWidth > 480) open();

  return {
    open,
    close,
    toggle: () => (isOpen() ? close() : open()),
    identify: (token) => {
      identity = token;
      if (token !== null) return;
      stop?.();
      stop = undefined;
      memory.forget();
      messages.clear();
      [where, seen, known, unread] = ['', false, null, 0];
      draw();
    },
  };
};
