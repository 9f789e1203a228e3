import type { TextKey } from '../i18n';
import type { Keymap } from './useKeys';

export type KeyGroup = 'move' | 'ticket' | 'many' | 'anywhere';

/** Every key of the inbox: what help, hints and bindings say comes from here. */
export const keyTable = {
  next: { keys: 'j', text: 'keys.next', group: 'move' },
  previous: { keys: 'k', text: 'keys.previous', group: 'move' },
  open: { keys: 'Enter', text: 'keys.open', group: 'move' },
  back: { keys: 'u', text: 'keys.back', group: 'move' },
  search: { keys: '/', text: 'keys.search', group: 'move' },
  goOpen: { keys: 'g i', text: 'keys.goOpen', group: 'move' },
  goMine: { keys: 'g m', text: 'keys.goMine', group: 'move' },
  goUnassigned: { keys: 'g u', text: 'keys.goUnassigned', group: 'move' },
  goUnread: { keys: 'g r', text: 'keys.goUnread', group: 'move' },
  goSettings: { keys: 'g s', text: 'keys.goSettings', group: 'move' },
  reply: { keys: 'r', text: 'keys.reply', group: 'ticket' },
  note: { keys: 'n', text: 'keys.note', group: 'ticket' },
  assign: { keys: 'a', text: 'keys.assign', group: 'ticket' },
  department: { keys: 'd', text: 'keys.department', group: 'ticket' },
  label: { keys: 'l', text: 'keys.label', group: 'ticket' },
  snooze: { keys: 's', text: 'keys.snooze', group: 'ticket' },
  close: { keys: 'e', text: 'keys.close', group: 'ticket' },
  unread: { keys: 'Shift+u', text: 'keys.unread', group: 'ticket' },
  customer: { keys: 'i', text: 'keys.customer', group: 'ticket' },
  earlier: { keys: ',', text: 'talk.earlier', group: 'ticket' },
  later: { keys: '.', text: 'talk.later', group: 'ticket' },
  print: { keys: 'p', text: 'talk.print', group: 'ticket' },
  select: { keys: 'x', text: 'keys.select', group: 'many' },
  selectTo: { keys: 'Shift+x', text: 'keys.selectTo', group: 'many' },
  selectAll: { keys: 'Shift+a', text: 'keys.selectAll', group: 'many' },
  undo: { keys: 'z', text: 'keys.undo', group: 'anywhere' },
  send: { keys: 'mod+Enter', text: 'keys.send', group: 'anywhere' },
  link: { keys: 'mod+k', text: 'keys.link', group: 'anywhere' },
  new: { keys: 'c', text: 'keys.new', group: 'anywhere' },
  palette: { keys: 'mod+k', text: 'keys.palette', group: 'anywhere' },
  layout: { keys: 'v', text: 'keys.layout', group: 'anywhere' },
  sidebar: { keys: '[', text: 'keys.sidebar', group: 'anywhere' },
  help: { keys: '?', text: 'keys.help', group: 'anywhere' },
  leave: { keys: 'Escape', text: 'keys.leave', group: 'anywhere' },
} as const satisfies Record<string, { keys: string; text: TextKey; group: KeyGroup }>;

export type KeyName = keyof typeof keyTable;

export const keyOf = (name: KeyName) => keyTable[name].keys;

/** What each key of the table does here. */
export const bind = (does: Partial<Record<KeyName, (() => unknown) | undefined>>): Keymap => Object.fromEntries(Object.entries(does).map(([name, run]) => [keyOf(name as KeyName), run]));
