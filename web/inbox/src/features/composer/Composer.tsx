import { lazy, Suspense, useCallback, useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/agents/api';
import { useTellTyping } from '@/features/chat/api';
import { LookingLine } from '@/features/presence/api';
import { fillReply, ReplyPicker } from '@/features/replies/api';
import type { Ticket, Upload } from '@shared/api/schema';
import { isReachable, usePerson } from '@shared/i18n/usePerson';
import { keyOf } from '@shared/keys/table';
import { useNow } from '@shared/ui/Ago';
import { Button } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import { Icon } from '@shared/ui/Icon';
import { Kbd } from '@shared/ui/Kbd';
import { AttachButton } from './AttachButton';
import styles from './Composer.module.css';
import { filesOf, readDraft, useDraft, withWords, wordsOf, type Mode } from './drafts';
import { FileTray } from './FileTray';
import { putFilled } from './filled';
import { enterSends } from './habits';
import { lineOf, windowOf } from './line';
import { LaterList } from './LaterList';
import { LineBar, LineLength } from './LineBar';
import { isPicture, rememberPicture } from './pictures';
import { Recipients } from './Recipients';
import { SendButton, usualHow, type How } from './SendButton';
import { NewsBanner, SendTrouble } from './SendTrouble';
import { setSending, useReread, useSending } from './sending';
import { SignatureLine } from './SignatureLine';
import { useFileDrop } from './useFileDrop';
import { useNews } from './useNews';
import { useSend } from './useSend';
import { useUploads } from './useUploads';
import { isTooLong, noWords, shows, textFile, type Words } from './words';
import { WordsBox, type WordsHandle } from './WordsBox';
import { LongNotice, OtherNotice, WaitingNotice } from './WordsNotices';

const TemplateDialog = lazy(() => import('./TemplateDialog').then((module) => ({ default: module.TemplateDialog })));

export interface ComposerHandle {
  write: (mode: Mode) => void;
}

interface ComposerProps {
  ticket: Ticket;
  /** Who it goes to is not known yet; what is sent now leaves as soon as it is. */
  loading?: boolean;
  onNext: () => void;
  ref?: Ref<ComposerHandle>;
}

/** Where an agent answers or notes. Nothing typed here is lost: not by a reload, a switch or a failed send. */
export function Composer({ ticket, loading = false, onNext, ref }: ComposerProps) {
  const { t } = useTranslation();
  const person = usePerson();
  const { draft, here, change, reload, other, settleOther } = useDraft(ticket.id);
  const mayClose = useMay()('close', ticket.department);
  const sending = useSending(ticket.id);
  const send = useSend(ticket);
  const tellTyping = useTellTyping(ticket.id);
  const box = useRef<WordsHandle>(null);
  const [opened, setOpened] = useState(false);
  const held = useRef<How | null>(null);
  const whole = useRef<File | null>(null);

  const addFile = useCallback(
    (upload: Upload, file: File) => {
      if (isPicture(file)) rememberPicture(upload.id, file);
      const inline = isPicture(file) && (box.current?.show(upload.id, upload.name) ?? false);
      change((before) => ({ files: [...before.files, { ...upload, inline }], ...(file === whole.current ? withWords(before.mode, noWords) : {}) }));
    },
    [change],
  );
  const uploads = useUploads(addFile, draft.files.length);
  const drop = useFileDrop(uploads.add);

  const can = { reply: ticket.actions.includes('reply'), note: ticket.actions.includes('note') };
  const mode: Mode = can[draft.mode] ? draft.mode : can.reply ? 'reply' : 'note';
  const words = wordsOf(draft, mode);
  const { waiting } = draft;
  const busy = sending?.phase === 'sending';
  const open = opened || words.text !== '' || draft.files.length > 0 || uploads.pending.length > 0;
  const line = mode === 'reply' ? lineOf(ticket, draft) : null;
  const files = filesOf(draft, mode, line === null);
  const now = useNow();
  const closed = line !== null && !draft.humanAgent && windowOf(line, now).state === 'closed';
  const [choosing, setChoosing] = useState(false);
  const [picking, setPicking] = useState(false);
  const addressed = mode === 'note' || loading || line !== null || (draft.to ?? ticket.recipients.to).some(isReachable);
  const ready = !busy && !waiting && !uploads.busy && addressed && !closed && !isTooLong(words) && (words.text.trim() !== '' || files.length > 0);

  const { newest, news } = useNews(ticket.id, draft.seen?.message);
  const seen = { version: ticket.version, message: newest };

  const write = useCallback(
    (next: Mode) => {
      flushSync(() => {
        change({ mode: next });
        setOpened(true);
      });
      box.current?.focus();
    },
    [change],
  );
  useImperativeHandle(ref, () => ({ write }), [write]);
  const put = (next: Words) => change({ ...withWords(mode, next), ...(draft.seen ? {} : { seen }) });

  // What was sent from here is taken off the disk by the sending, so the box reads again what is left.
  const phase = sending?.phase;
  useReread(phase, reload);

  const submit = async ({ thenClose = false, thenNext = false, sendAt }: How = mode === 'reply' ? usualHow(mayClose) : {}) => {
    if (!ready) return;
    if (loading) {
      held.current = { thenClose, thenNext, sendAt };
      return;
    }
    const sent = send({ ...draft, mode }, { thenClose, stays: !thenNext, sendAt });
    if (thenNext) onNext();
    if (await sent) setOpened(false);
  };

  /** The words have keys of their own; whoever stands beside them sends too. */
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || !(event.target instanceof HTMLButtonElement) || event.target.closest('[data-popup]')) return;
    event.preventDefault();
    void submit();
  };

  useEffect(() => {
    if (loading || !held.current) return;
    const how = held.current;
    held.current = null;
    void submit(how);
  });

  if (!can.reply && !can.note) return <p className={styles.closed}>{t('composer.cannot')}</p>;
  return (
    <section className={cx(styles.composer, mode === 'note' && styles.note, drop.over && styles.over)} aria-label={t('composer.label')} onKeyDown={sendByKey} {...drop.handlers}>
      <div className={styles.tabs} role="tablist" aria-label={t('composer.kind')}>
        {(['reply', 'note'] as const)
          .filter((kind) => can[kind])
          .map((kind) => (
            <button key={kind} type="button" role="tab" aria-selected={mode === kind} className={styles.tab} onClick={() => write(kind)}>
              <Icon name={kind} size={14} />
              {kind === 'reply' ? t('composer.reply') : t('composer.note')}
              {open && mode !== kind && draft[kind] !== '' && <span className={styles.draft}>{t('composer.draft')}</span>}
              {!open && <Kbd keys={keyOf(kind)} />}
            </button>
          ))}
      </div>

      <LookingLine ticketId={ticket.id} writing={words.text !== ''} />
      {!loading && <LaterList ticket={ticket} onPutBack={() => write('reply')} />}
      {sending && (sending.phase === 'failed' || sending.phase === 'changed') && (
        <SendTrouble
          trouble={sending}
          onRetry={() => void submit({ thenClose: sending.thenClose })}
          onKeep={() => {
            setSending(ticket.id, undefined);
            box.current?.focus();
          }}
        />
      )}
      {waiting && !busy && (
        <WaitingNotice
          waiting={waiting}
          onTakeBack={() => {
            change({ waiting: null });
            setSending(ticket.id, undefined);
            box.current?.focus();
          }}
        />
      )}
      {other && <OtherNotice other={other} onSettle={settleOther} />}
      {!sending && news.length > 0 && <NewsBanner news={news} onSeen={() => change({ seen })} />}
      {!busy && <LongNotice words={words} busy={uploads.busy} onAttach={() => uploads.add([(whole.current = textFile(words))])} />}
      {open && !loading && mode === 'reply' && ticket.lines.length > 0 && <LineBar ticket={ticket} line={line} draft={draft} onChange={change} onTemplate={() => setChoosing(true)} />}
      {open && !loading && mode === 'reply' && !line && <Recipients ticket={ticket} draft={draft} onChange={change} />}
      <WordsBox
        ref={box}
        words={busy ? noWords : words}
        rich={line === null}
        label={mode === 'reply' ? t('composer.replyText') : t('composer.noteText')}
        keys={keyOf(mode)}
        placeholder={mode === 'reply' ? t('composer.replyHint', { name: person(ticket.customer) }) : t('composer.noteHint')}
        tall={open}
        readOnly={busy || !here || waiting !== null}
        mentions={mode === 'note'}
        fill={fillReply(ticket.id)}
        enterSends={enterSends()}
        onFocus={() => setOpened(true)}
        onChange={(next) => {
          put(next);
          if (mode === 'reply' && ticket.channelKind === 'chat') tellTyping();
        }}
        onSubmit={() => void submit()}
        onLeave={() => {
          setOpened(false);
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        }}
        onFiles={uploads.add}
        onSlash={() => setPicking(true)}
      />
      {open && mode === 'reply' && !line && <SignatureLine ticket={ticket} />}
      <FileTray
        files={busy ? [] : files.filter((file) => line !== null || !shows(words, file.id))}
        pending={uploads.pending}
        onRemove={(file) => change({ files: draft.files.filter((one) => one.id !== file.id) })}
        onDrop={uploads.drop}
        onRetry={uploads.retry}
      />
      {open && (
        <footer className={styles.footer}>
          <AttachButton onFiles={uploads.add} />
          {mode === 'reply' && !loading && (
            <ReplyPicker
              fill={fillReply(ticket.id)}
              open={picking}
              onOpen={setPicking}
              onFilled={(text) => putFilled(text, wordsOf(readDraft(ticket.id), 'reply'), put, box.current)}
            />
          )}
          {line && <LineLength kind={line.kind} text={words.text} />}
          <span className={styles.space} />
          {mode === 'note' ? (
            <Button kind="primary" disabled={!ready} busy={busy} onClick={() => void submit()}>
              {busy ? t('composer.saving') : t('composer.addNote')}
            </Button>
          ) : (
            <SendButton ready={ready} busy={busy} mayClose={mayClose} onSend={(how) => void submit(how)} notice={line || ticket.notice === null ? null : (draft.notice ?? ticket.notice)} onNotice={(notice) => change({ notice })} />
          )}
        </footer>
      )}
      {choosing && line && (
        <Suspense>
          <TemplateDialog ticket={ticket} line={line} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
      {drop.over && (
        <div className={styles.dropHere}>
          {t('composer.dropHere')}
          <small>{t('write.limit')}</small>
        </div>
      )}
    </section>
  );
}
