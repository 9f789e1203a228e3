import type { ChatFile, Message } from './desk';
import type { Place } from './shared';
import { style } from './style';

type Child = Node | string | false | null;

/** An element with its attributes and children; text stays text. */
export function el<K extends keyof HTMLElementTagNameMap>(name: K, with_: Record<string, string | boolean | ((event: Event) => void)> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(with_)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (typeof value === 'boolean') made.toggleAttribute(key, value);
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child): child is Node | string => !!child));
  return made;
}

const icon = (path: string) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
};

const paths = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 16-3-6z',
  clip: 'M20 11l-8 8a5 5 0 0 1-7-7l8-8a3.5 3.5 0 0 1 5 5l-8 8a2 2 0 0 1-3-3l7-7',
  quiet: 'M5 9v6h4l5 4V5L9 9zM18 9l4 6M22 9l-4 6',
  loud: 'M5 9v6h4l5 4V5L9 9zM18 8a6 6 0 0 1 0 8',
};

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();

export interface Own {
  id: string;
  text: string;
  state: string;
  fault?: string;
  progress?: number;
}

export interface Acts {
  say: (text: string) => void;
  typing: () => void;
  files: (files: File[]) => void;
  contact: (name: string, email: string) => void;
  again: (id: string) => void;
  remove: (id: string) => void;
  sound: () => void;
  close: () => void;
}

/** Draws the panel; what it shows is told to it. */
export function view({ root, api, config, theme }: Place, acts: Acts, link: (file: ChatFile) => string) {
  const t = (key: string, gap = '') => (config.texts[key] ?? '').replace('{0}', gap);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style(config.color, config.position));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];

  const sound = el('button', { type: 'button', class: 'icon', click: acts.sound });
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': t('talk'), tabindex: '0' });
  const note = el('div', { class: 'note', role: 'status' });
  const notice = el('p', { class: 'notice', role: 'alert' });
  const text = el('textarea', { rows: '1', 'aria-label': t('write'), placeholder: t('write'), maxlength: '10000' });
  const name = el('input', { name: 'name', autocomplete: 'name', maxlength: '200' });
  const email = el('input', { name: 'email', type: 'email', autocomplete: 'email', maxlength: '254' });
  const asked = el('p');
  const save = el('button', { class: 'words' }, t('save'));
  const who = el(
    'form',
    { class: 'who-form', hidden: true, novalidate: true, submit: (event) => (event.preventDefault(), acts.contact(name.value.trim(), email.value.trim())) },
    asked,
    el('label', {}, t('name'), name),
    el('label', {}, t('email'), email),
    save,
  );
  const picker = el('input', { type: 'file', multiple: true, class: 'hide', tabindex: '-1', 'aria-hidden': 'true', change: () => (acts.files([...(picker.files ?? [])]), (picker.value = '')) });
  const attach = el('button', { type: 'button', class: 'icon', 'aria-label': t('attach'), click: () => picker.click() }, icon(paths.clip));
  const say = () => {
    const words = text.value.trim();
    if (words === '') return;
    acts.say(words);
  };
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    say();
  });
  text.addEventListener('input', () => {
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
    if (text.value.trim() !== '') acts.typing();
  });
  const writing = el('form', { submit: (event) => (event.preventDefault(), say()) }, picker, attach, text, el('button', { class: 'icon say', 'aria-label': t('send') }, icon(paths.send)));
  const panel = el(
    'section',
    { class: 'panel', role: 'dialog', 'aria-label': config.title, hidden: true },
    el(
      'header',
      {},
      el('div', {}, el('h2', {}, config.title), el('p', {}, [t(config.open ? 'here' : 'not-here'), config.reply].filter(Boolean).join(' · '))),
      sound,
      el('button', { type: 'button', class: 'icon', 'aria-label': t('close'), click: acts.close }, icon(paths.close)),
    ),
    log,
    note,
    notice,
    who,
    writing,
  );
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tint = () => panel.classList.toggle('dark', theme === 'dark' || (theme !== 'light' && dark.matches));
  tint();
  dark.addEventListener('change', tint);
  // What is typed here is no shortcut of the page.
  for (const kind of ['keydown', 'keyup', 'keypress'] as const) {
    panel.addEventListener(kind, (event) => {
      event.stopPropagation();
      if (kind === 'keydown' && event.key === 'Escape') acts.close();
    });
  }
  root.append(panel);

  // Written by hand: the browser's own formats take longer to load than the whole panel.
  const clock = (at: string) => ((when) => `${when.getHours()}:${String(when.getMinutes()).padStart(2, '0')}`)(new Date(at));
  const bubble = (words: string, mine: boolean, at: string | null, ...more: Child[]) =>
    el('div', { class: mine ? 'bubble mine' : 'bubble', dir: 'auto', ...(at ? { title: clock(at) } : {}) }, mine && el('span', { class: 'hide' }, `${t('you')}: `), words, ...more);
  /** The agent's picture, or initials where there is none or the page lets none in. */
  const face = (name: string, picture: string | null) =>
    el('i', { 'aria-hidden': 'true' }, initials(name), picture !== null && el('img', { src: api + picture, alt: '', error: ({ target }) => (target as HTMLElement).remove() }));
  const drawn = new Map<string, { node: HTMLElement; look: string }>();

  /** Draws only what is new, so that a reader hears only that. */
  const put = (key: string, look: string, draw: () => Child[], after: Node | null): HTMLElement => {
    let known = drawn.get(key);
    if (known?.look !== look) {
      const node = el('div', { class: 'row' }, ...draw());
      if (known) known.node.replaceWith(node);
      drawn.set(key, (known = { node, look }));
    }
    if (known.node.previousSibling !== after || !known.node.parentNode) log.insertBefore(known.node, after ? after.nextSibling : log.firstChild);
    return known.node;
  };

  return {
    panel,
    text,
    show: (messages: Message[], own: Own[], seen: boolean) => {
      const low = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
      const keys = new Set(['greeting']);
      let last: HTMLElement | null = put('greeting', '', () => [bubble(config.greeting, false, null)], null);
      const lastMine = messages.filter((m) => m.mine).at(-1);
      messages.forEach((m, index) => {
        keys.add(m.id);
        const first = !m.mine && messages[index - 1]?.from !== m.from;
        const state = m === lastMine && own.length === 0 ? t(seen ? 'seen' : 'sent') : '';
        last = put(
          m.id,
          `${first}${state}`,
          () => [
            first && m.from !== null && el('div', { class: 'who' }, face(m.from, m.picture), m.from),
            bubble(m.text, m.mine, m.at, ...m.files.map((file) => el('a', { href: link(file), target: '_blank', rel: 'noopener noreferrer', download: true }, file.name))),
            state !== '' && el('div', { class: 'state' }, state),
          ],
          last,
        );
      });
      for (const one of own) {
        keys.add(one.id);
        last = put(
          one.id,
          `${one.state}${one.fault}${one.progress}`,
          () => [
            bubble(one.text, true, null, one.progress !== undefined && el('progress', { max: '1', value: String(one.progress) })),
            el(
              'div',
              { class: one.fault ? 'state bad' : 'state' },
              one.fault ?? t(one.state),
              one.fault !== undefined && el('button', { type: 'button', click: () => acts.again(one.id) }, t('again')),
              one.fault !== undefined && el('button', { type: 'button', click: () => acts.remove(one.id) }, t('remove')),
            ),
          ],
          last,
        );
      }
      for (const [key, { node }] of drawn)
        if (!keys.has(key)) {
          node.remove();
          drawn.delete(key);
        }
      if (low) log.scrollTop = log.scrollHeight;
    },
    /** Asks who the visitor is: before they write, or so that answers can follow them. */
    ask: (how: 'first' | 'then' | null) => {
      who.hidden = how === null;
      save.hidden = how === 'first';
      asked.textContent = how === 'then' ? t('ask-email') : '';
    },
    contact: () => ({ name: name.value.trim(), email: email.value.trim() }),
    needEmail: () => email.focus(),
    canAttach: (can: boolean) => (attach.hidden = !can),
    note: (words: string) => (note.textContent = words),
    notice: (words: string) => (notice.textContent = words),
    typing: (agent: string | null) => (note.textContent = agent ? t('typing', agent) : ''),
    sound: (on: boolean) => {
      sound.replaceChildren(icon(on ? paths.loud : paths.quiet));
      sound.setAttribute('aria-label', t(on ? 'sound-off' : 'sound-on'));
    },
    clear: () => {
      text.value = '';
      text.style.height = 'auto';
    },
    bottom: () => (log.scrollTop = log.scrollHeight),
    t,
  };
}
