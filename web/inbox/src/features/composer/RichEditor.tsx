import { Editor, type Range } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgents } from '@/features/agents/api';
import { useReplies } from '@/features/replies/api';
import { nameOf } from '@shared/keys/press';
import { keyOf } from '@shared/keys/table';
import { cx } from '@shared/ui/cx';
import { useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { LinkBar } from './LinkBar';
import { cleanPaste } from './pasted';
import { textOf, wholeText } from './plain-text';
import styles from './RichEditor.module.css';
import { documentOf, extensions } from './schema';
import type { Suggested } from './fitting';
import { suggesting, type Offer } from './suggest';
import { SuggestList } from './SuggestList';
import { Toolbar } from './Toolbar';
import { longestText, type Words } from './words';
import { asHtml } from './write';
import type { Caret, WordsBoxProps, WordsHandle } from './WordsBox';

const contentOf = ({ text, html }: Words) => html ?? documentOf(text);

const wordsOf = (editor: Editor): Words => {
  const text = textOf(editor.state.doc);
  if (editor.isEmpty) return { text: '', html: null };
  const html = editor.getHTML();
  return { text, html: /[\u0590-\u08ff\ufb1d-\ufefc]/u.test(text) ? html : html.replace(/ dir="auto"/g, '') };
};

/** The box with everything: words with a form, mentions, saved replies at a slash. Loaded once somebody writes. */
export default function RichEditor(props: WordsBoxProps & { caret: Caret; ref: Ref<WordsHandle> }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { words, label, keys, tall, readOnly, caret, ref } = props;
  const agents = useAgents();
  const replies = useReplies().data;
  const home = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const list = useId();
  const [editor, setEditor] = useState<Editor | null>(null);
  const [, redraw] = useState(0);
  const [linking, setLinking] = useState(false);
  const [offer, setOffer] = useState<Offer | null>(null);
  const offered = useRef<Offer | null>(null);
  const said = useRef(words);
  const latest = useRef({ props, agents, replies, t, reason });
  latest.current = { props, agents, replies, t, reason };

  useLayoutEffect(() => {
    const show = (change: (now: Offer | null) => Offer | null) => {
      offered.current = change(offered.current);
      setOffer(offered.current);
    };
    const mention = (one: Editor, range: Range, { key, label: name }: Suggested) =>
      one.chain().focus().insertContentAt(range, [{ type: 'mention', attrs: { id: key, label: name } }, { type: 'text', text: ' ' }]).run();
    const reply = (one: Editor, range: Range, { key, label: name }: Suggested) => {
      one.chain().focus().deleteRange(range).run();
      latest.current.props
        .fill(key)
        .then(({ text }) => !one.isDestroyed && one.chain().focus().insertContent(asHtml(text)).run())
        .catch((error: unknown) => tell(`${latest.current.t('replies.notFilled', { name })}. ${latest.current.reason(error)}`, { tone: 'bad' }));
    };
    const { props: own } = latest.current;
    const sources = [
      ...(own.mentions ? [suggesting({ kind: 'mention', char: '@', startOfLine: false, items: () => latest.current.agents.filter(({ active }) => active).map(({ id, name, email }) => ({ key: id, label: name, hint: email, words: email })), run: mention }, show, () => offered.current)] : []),
      ...(own.mentions ? [] : [suggesting({ kind: 'reply', char: '/', startOfLine: true, items: () => (latest.current.replies ?? []).map(({ id, name, folder, texts }) => ({ key: id, label: name, hint: folder, words: Object.values(texts).join(' ') })), run: reply }, show, () => offered.current)]),
    ];
    const one = new Editor({
      element: home.current,
      extensions: extensions(own.placeholder, ...sources),
      content: contentOf(own.words),
      textDirection: 'auto',
      injectCSS: true,
      editorProps: {
        transformPastedHTML: cleanPaste,
        clipboardTextParser: (text, _context, _plain, view) => Slice.maxOpen(view.state.schema.nodeFromJSON(documentOf(text.replace(/\r\n?/g, '\n'))).content),
        handlePaste: (view, event) => {
          if (latest.current.props.readOnly) return true;
          const { files } = event.clipboardData ?? { files: [] as File[] };
          const html = event.clipboardData?.getData('text/html') ?? '';
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (files.length > 0 && text === '' && !/<(p|table|li|h\d)\b/i.test(html)) {
            latest.current.props.onFiles([...files]);
            return true;
          }
          if (text.length + view.state.doc.content.size <= longestText) return false;
          // A document this long would bring the page to a stop: it goes on as plain words, every one of them.
          const { from, to } = view.state.selection;
          latest.current.props.onChange({ text: wholeText(view.state.doc.cut(0, from)) + text + wholeText(view.state.doc.cut(to)), html: null });
          return true;
        },
        // Read-only by refusing what is typed: a box that cannot be edited would let go of the focus.
        handleDOMEvents: { beforeinput: (_, event) => latest.current.props.readOnly && (event.preventDefault(), true) },
        handleDrop: (view, event) => {
          if (!event.dataTransfer?.types.includes('Files') || event.dataTransfer.files.length === 0) return false;
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (place) one.commands.setTextSelection(place.pos);
          return true; // the box around takes them
        },
        handleKeyDown: (_, event) => {
          if (event.isComposing || offered.current) return false;
          const way = latest.current.props;
          const mod = event.ctrlKey || event.metaKey;
          if (way.readOnly && event.key !== 'Escape') return /^(Enter|Backspace|Delete)$/.test(event.key) || (mod && /^Key[^AC]$/.test(event.code));
          if (event.key === 'Enter' && (mod || (way.enterSends && !event.shiftKey))) way.onSubmit();
          else if (event.key === 'Enter' && way.enterSends && event.shiftKey) one.commands.keyboardShortcut('Enter');
          else if (nameOf(event) === keyOf('link') && (!one.state.selection.empty || one.isActive('link'))) setLinking(true);
          else if (event.altKey && event.key === 'F10') bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
          else if (event.key === 'Escape') way.onLeave();
          else return false;
          return true;
        },
      },
      onUpdate: () => {
        said.current = wordsOf(one);
        latest.current.props.onChange(said.current);
      },
      onTransaction: () => redraw((count) => count + 1),
      onFocus: () => latest.current.props.onFocus(),
    });
    said.current = own.words;
    const last = one.state.doc.content.size - 1;
    const [from, to] = own.words.html === null ? caret.place.map((place) => Math.min(place + 1, last)) : [last, last];
    one.commands.setTextSelection({ from: from ?? last, to: to ?? last });
    if (caret.focused) one.view.focus(); // at once: a key between two frames would be a shortcut of the page
    setEditor(one);
    return () => {
      caret.focused = one.view.hasFocus(); // what comes in its place takes no focus this one had not
      one.destroy();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- made once: what changes later is read from `latest`, or set below
  }, []);

  useEffect(() => {
    editor?.setOptions({
      editorProps: {
        ...editor.options.editorProps,
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          ...(keys ? { 'aria-keyshortcuts': keys } : {}),
          ...(readOnly ? { 'aria-readonly': 'true' } : {}),
          ...(offer ? { 'aria-controls': list, 'aria-activedescendant': `${list}-${offer.at}` } : {}),
          class: cx(styles.words, tall && styles.tall),
        },
      },
    });
  }, [editor, label, keys, tall, readOnly, offer, list]);

  useEffect(() => {
    if (!editor || (words.html === said.current.html && words.text === said.current.text)) return;
    said.current = words;
    editor.commands.setContent(contentOf(words), { emitUpdate: false });
  }, [editor, words]);

  useImperativeHandle(
    ref,
    () => ({
      focus: () => editor?.view.focus(),
      insert: (text) => void editor?.chain().focus().insertContent(asHtml(text)).run(),
      show: (id, alt) => editor?.chain().focus().insertContent({ type: 'picture', attrs: { id, alt } }).run() ?? false,
    }),
    [editor],
  );

  return (
    <>
      <div ref={home} />
      {linking && editor && <LinkBar editor={editor} onDone={() => setLinking(false)} />}
      {editor && tall && !readOnly && <Toolbar ref={bar} editor={editor} label={t('write.format')} onLink={() => setLinking(true)} />}
      {offer && (
        <SuggestList
          id={list}
          label={offer.kind === 'mention' ? t('write.mention') : t('replies.find')}
          empty={offer.kind === 'mention' ? t('write.nobody') : t('replies.none')}
          {...offer}
          home={home.current}
          onPoint={(at) => setOffer((offered.current = offered.current && { ...offered.current, at }))}
          onChoose={offer.choose}
        />
      )}
    </>
  );
}
