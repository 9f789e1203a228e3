import type { Editor } from '@tiptap/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '@shared/i18n';
import { cx } from '@shared/ui/cx';
import styles from './RichEditor.module.css';

type Act = 'bold' | 'italic' | 'underline' | 'strike' | 'bulletList' | 'orderedList' | 'blockquote' | 'code' | 'link' | 'undo' | 'redo';

interface Tool {
  act: Act;
  label: TextKey;
  keys: string;
  path: string;
}

const tools: Tool[] = [
  { act: 'bold', label: 'write.bold', keys: 'Ctrl/⌘ B', path: 'M7.5 4.500h5.500a3.6 3.600 0 0 1 0 7.200H7.500zM7.500 11.700h6.300a3.900 3.900 0 0 1 0 7.800H7.500z' },
  { act: 'italic', label: 'write.italic', keys: 'Ctrl/⌘ I', path: 'M10.500 4.500H17M7 19.500h6.500M14 4.500l-4 15' },
  { act: 'underline', label: 'write.underline', keys: 'Ctrl/⌘ U', path: 'M7 4v6.500a5 5 0 0 0 10 0V4M6 20h12' },
  { act: 'strike', label: 'write.strike', keys: 'Ctrl/⌘ Shift S', path: 'M4 12h16M16.500 7.500C16 5.500 14.300 4.500 12 4.500c-2.600 0-4.500 1.300-4.500 3.400 0 1.600 1 2.600 2.600 3.200M7.300 16c.5 2.200 2.300 3.500 4.900 3.500 2.700 0 4.500-1.400 4.500-3.600' },
  { act: 'link', label: 'write.link', keys: 'Ctrl/⌘ K', path: 'M10 14a4 4 0 0 0 5.700 0l3.100-3.100a4 4 0 0 0-5.700-5.700L12 6.300M14 10a4 4 0 0 0-5.700 0l-3.100 3.100a4 4 0 0 0 5.700 5.700l1.100-1.100' },
  { act: 'bulletList', label: 'write.bullets', keys: 'Ctrl/⌘ Shift 8', path: 'M9.500 6H20M9.500 12H20M9.500 18H20M4.500 6h.1M4.500 12h.1M4.500 18h.1' },
  { act: 'orderedList', label: 'write.numbers', keys: 'Ctrl/⌘ Shift 7', path: 'M10 6h10M10 12h10M10 18h10M4 5l1.500-1v4.500M3.800 13.200c0-1.600 2.700-1.600 2.700 0 0 1.200-2.700 2-2.700 3.800h2.900' },
  { act: 'blockquote', label: 'write.quote', keys: 'Ctrl/⌘ Shift B', path: 'M5 5v14M9.500 7.500H20M9.500 12H20M9.500 16.500h7' },
  { act: 'code', label: 'write.code', keys: 'Ctrl/⌘ E', path: 'M8.500 7 3.500 12l5 5M15.500 7l5 5-5 5' },
  { act: 'undo', label: 'write.undo', keys: 'Ctrl/⌘ Z', path: 'M8.500 6 4.500 10l4 4M5 10h9a5.500 5.500 0 0 1 0 11h-3' },
  { act: 'redo', label: 'write.redo', keys: 'Ctrl/⌘ Shift Z', path: 'm15.500 6 4 4-4 4M19 10h-9a5.500 5.500 0 0 0 0 11h3' },
];

/** The forms words can have, for hands that are not on the keyboard, and for those who want to see them. Arrows move within it. */
export function Toolbar({ editor, label, ref, onLink }: { editor: Editor; label: string; ref: React.Ref<HTMLDivElement>; onLink: () => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);

  const run = (act: Act) => {
    if (act === 'link') return onLink();
    const chain = editor.chain().focus();
    ({
      bold: () => chain.toggleBold(),
      italic: () => chain.toggleItalic(),
      underline: () => chain.toggleUnderline(),
      strike: () => chain.toggleStrike(),
      bulletList: () => chain.toggleBulletList(),
      orderedList: () => chain.toggleOrderedList(),
      blockquote: () => chain.toggleBlockquote(),
      code: () => chain.toggleCode(),
      undo: () => chain.undo(),
      redo: () => chain.redo(),
    })[act]().run();
  };
  const keyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      editor.view.focus();
    }
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tools.length) % tools.length;
    setAt(next);
    buttons.current[next]?.focus();
  };
  return (
    <div ref={ref} role="toolbar" aria-label={label} className={styles.toolbar} onKeyDown={keyDown}>
      {tools.map(({ act, label: name, keys, path }, index) => {
        const pressed = act === 'undo' || act === 'redo' ? undefined : editor.isActive(act);
        return (
          <button
            key={act}
            ref={(button) => void (buttons.current[index] = button)}
            type="button"
            tabIndex={index === at ? 0 : -1}
            aria-label={t(name)}
            aria-pressed={pressed}
            title={`${t(name)} (${keys})`}
            disabled={act === 'undo' ? !editor.can().undo() : act === 'redo' ? !editor.can().redo() : undefined}
            className={cx(styles.tool, pressed && styles.on)}
            onMouseDown={(event) => event.preventDefault()}
            onFocus={() => setAt(index)}
            onClick={() => run(act)}
          >
            <svg width={16} height={16} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={act === 'bold' ? 2.6 : act.endsWith('List') ? 2 : 1.75} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
              <path d={path} />
            </svg>
          </button>
        );
      })}
    </div>
  );
}
