import type { Editor } from '@tiptap/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@shared/ui/Button';
import styles from './RichEditor.module.css';

const whole = (typed: string) => (/^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : /^[^\s/@]+@[^\s/@]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`);

const good = /^(https?:\/\/[^\s/]+\.?[^\s]*|mailto:[^\s@]+@[^\s@]+|tel:[+\d\s().-]+)$/i;

/** Asks where a link leads. On a selection it becomes the link; without one the address itself is written. */
export function LinkBar({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const before = String(editor.getAttributes('link').href ?? '');
  const [typed, setTyped] = useState(before);
  const [wrong, setWrong] = useState(false);
  const leave = () => {
    editor.view.focus();
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const href = whole(typed.trim());
    if (!good.test(href)) return setWrong(true);
    const chain = editor.chain().focus();
    if (editor.state.selection.empty && before === '') chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.extendMarkRange('link').setLink({ href }).run();
    onDone();
  };
  return (
    <form className={styles.link} onSubmit={submit}>
      <input
        type="text"
        inputMode="url"
        autoFocus
        spellCheck={false}
        autoComplete="off"
        aria-label={t('write.address')}
        aria-invalid={wrong || undefined}
        placeholder="https://"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          leave();
        }}
      />
      <Button size="s" type="submit">
        {t('write.setLink')}
      </Button>
      {before !== '' && (
        <Button
          size="s"
          kind="quiet"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run();
            onDone();
          }}
        >
          {t('write.unlink')}
        </Button>
      )}
      <Button size="s" kind="quiet" onClick={leave}>
        {t('cancel')}
      </Button>
      {wrong && <span role="alert">{t('write.badLink')}</span>}
    </form>
  );
}
