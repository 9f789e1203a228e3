/** Keys that do something only together with what follows or with a modifier are written `g i`, `mod+k`. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));

/** The key by its Latin letter, also on Cyrillic and Korean layouts, where `key` is another script's. */
export function nameOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const key = event.key.length === 1 && event.key.charCodeAt(0) > 127 && letter ? letter : event.key;
  const plain = key.length === 1 ? key.toLowerCase() : key;
  if (event.ctrlKey || event.metaKey) return `mod+${plain}`;
  return event.shiftKey && /^[a-z]$/.test(plain) ? `Shift+${plain}` : plain;
}

/** Whether a plain key may act now: not while somebody types, composes a syllable or answers a dialog. */
export const free = (event: KeyboardEvent) =>
  !event.defaultPrevented && !event.isComposing && !event.altKey && !typing(event.target) && !document.querySelector('dialog[open], [data-popup]');
