import { useEffect, useImperativeHandle, useRef, useState, type ComponentType, type Ref } from 'react';
import { flushSync } from 'react-dom';
import type { FilledReply } from '@shared/api/schema';
import { cx } from '@shared/ui/cx';
import styles from './Composer.module.css';
import { loadRich } from './rich';
import { longestText, type Words } from './words';

export interface WordsHandle {
  focus: () => void;
  /** Puts words in at the caret. */
  insert: (text: string) => void;
  /** Shows an upload at the caret; false where words are plain. */
  show: (upload: string, name: string) => boolean;
}

/** Longer than this no browser lays out while somebody waits; the beginning is shown, and all of it kept. */
const editable = 1_000_000;
const glimpse = 20_000;

/** Where the caret stood when the full box took the place of the plain one. */
export interface Caret {
  place: [number, number];
  focused: boolean;
}

export interface WordsBoxProps {
  words: Words;
  /** False where the channel carries plain words alone. */
  rich: boolean;
  label: string;
  placeholder: string;
  /** The key that leads here. */
  keys?: string;
  tall: boolean;
  readOnly: boolean;
  /** True where colleagues can be named. */
  mentions: boolean;
  /** Fills in a saved reply for whoever is written to. */
  fill: (reply: string) => Promise<FilledReply>;
  enterSends: boolean;
  onChange: (words: Words) => void;
  onSubmit: () => void;
  onFocus: () => void;
  onLeave: () => void;
  onFiles: (files: File[]) => void;
  /** A slash at the beginning of an empty line, where the full box is not there to answer it. */
  onSlash: () => void;
}

type Rich = ComponentType<WordsBoxProps & { caret: Caret; ref: Ref<WordsHandle> }>;

/** Where words are written. A plain box until somebody begins, so that nobody waits for it; then, where the channel carries more, the full one, with the same words and the caret where it was. */
export function WordsBox({ ref, ...props }: WordsBoxProps & { ref?: Ref<WordsHandle> }) {
  const { words, rich, label, placeholder, keys, tall, readOnly, enterSends } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const full = useRef<WordsHandle>(null);
  const composing = useRef(false);
  const caret = useRef<Caret>({ place: [0, 0], focused: false });
  const [Full, setFull] = useState<Rich | null>(null);
  const [due, setDue] = useState<Rich | null>(null);
  const fits = words.text.length <= longestText;
  const huge = words.text.length > editable;
  const wanted = rich && fits && (tall || words.text !== '');

  useEffect(() => {
    if (!wanted || Full || due) return;
    let gone = false;
    loadRich()
      .then((loaded: Rich) => !gone && setDue(() => loaded))
      .catch(() => undefined); // without it words are plain, which is better than none
    return () => {
      gone = true;
    };
  }, [wanted, Full, due]);

  const swap = () => {
    const box = area.current;
    if (!due || Full || composing.current || !box) return;
    caret.current = { place: [box.selectionStart, box.selectionEnd], focused: document.activeElement === box };
    flushSync(() => setFull(() => due));
  };
  // Not within an effect, which may not draw at once; and not while a syllable is being composed.
  useEffect(() => {
    if (due && !Full) queueMicrotask(swap);
  });

  useImperativeHandle(ref, () => ({
    focus: () => (full.current ?? area.current)?.focus(),
    insert: (text) => {
      if (full.current) return full.current.insert(text);
      const [from, to] = [area.current?.selectionStart ?? words.text.length, area.current?.selectionEnd ?? words.text.length];
      props.onChange({ text: words.text.slice(0, from) + text + words.text.slice(to), html: null });
      area.current?.focus();
    },
    show: (id, name) => full.current?.show(id, name) ?? false,
  }));

  if (Full && rich && fits) return <Full key={label} {...props} caret={caret.current} ref={full} />;
  return (
    <textarea
      ref={area}
      className={cx(styles.area, tall && styles.tall)}
      aria-label={label}
      aria-keyshortcuts={keys}
      placeholder={placeholder}
      value={huge ? words.text.slice(0, glimpse) : words.text}
      dir="auto"
      readOnly={readOnly || huge}
      onFocus={props.onFocus}
      onChange={(event) => props.onChange({ text: event.target.value, html: null })}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={() => {
        composing.current = false;
        queueMicrotask(swap);
      }}
      onPaste={(event) => {
        const { files } = event.clipboardData;
        const text = event.clipboardData.getData('text/plain');
        const { selectionStart, selectionEnd } = event.currentTarget;
        if (text.length + words.text.length > editable && !readOnly && !huge) {
          event.preventDefault();
          props.onChange({ text: words.text.slice(0, selectionStart) + text + words.text.slice(selectionEnd), html: null });
        } else if (files.length > 0 && text === '') {
          event.preventDefault();
          props.onFiles([...files]);
        }
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const { value, selectionStart } = event.currentTarget;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || (enterSends && !event.shiftKey))) {
          event.preventDefault();
          props.onSubmit();
        } else if (event.key === '/' && !props.mentions && (selectionStart === 0 || value[selectionStart - 1] === '\n') && (value[selectionStart] ?? '\n') === '\n') {
          event.preventDefault();
          props.onSlash();
        } else if (event.key === 'Escape') {
          props.onLeave();
          event.currentTarget.blur();
        }
      }}
    />
  );
}
