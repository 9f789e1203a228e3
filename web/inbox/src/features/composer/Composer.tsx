import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useTellTyping } from '@/features/chat/api';
import { LookingLine } from '@/features/presence/api';
import { ReplyPicker } from '@/features/replies/api';
import type { Ticket, Upload } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { isReachable, usePerson } from '@shared/i18n/usePerson';
import { moments } from '@shared/moments';
import { useNow } from '@shared/ui/Ago';
import { AskTime } from '@shared/ui/AskTime';
import { Button } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import { Icon } from '@shared/ui/Icon';
import { Kbd } from '@shared/ui/Kbd';
import { Menu } from '@shared/ui/Menu';
import { AttachButton } from './AttachButton';
import styles from './Composer.module.css';
import { readDraft, useDraft, type Mode } from './drafts';
import { FileTray } from './FileTray';
import { lineOf, windowOf } from './line';
import { LaterList } from './LaterList';
import { LineBar, LineLength } from './LineBar';
import { Recipients } from './Recipients';
import { NewsBanner, SendTrouble } from './SendTrouble';
import { setSending, useSending } from './sending';
import { SignatureLine } from './SignatureLine';
import { TemplateDialog } from './TemplateDialog';
import { useFileDrop } from './useFileDrop';
import { useNews } from './useNews';
import { useSend } from './useSend';
import { useUploads } from './useUploads';

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
  const format = useFormat();
  const { draft, change, reload } = useDraft(ticket.id);
  const sending = useSending(ticket.id);
  const send = useSend(ticket);
  const tellTyping = useTellTyping(ticket.id);
  const area = useRef<HTMLTextAreaElement>(null);
  const [opened, setOpened] = useState(false);
  const held = useRef<{ thenClose?: boolean; thenNext?: boolean; sendAt?: Date } | null>(null);
  const [asking, setAsking] = useState(false);

  const addFile = useCallback((file: Upload) => change({ files: [...readDraft(ticket.id).files, file] }), [change, ticket.id]);
  const uploads = useUploads(addFile);
  const drop = useFileDrop(uploads.add);

  const can = { reply: ticket.actions.includes('reply'), note: ticket.actions.includes('note') };
  const mode: Mode = can[draft.mode] ? draft.mode : can.reply ? 'reply' : 'note';
  const text = draft[mode];
  const busy = sending?.phase === 'sending';
  const shown = busy ? '' : text;
  const open = opened || text !== '' || draft.files.length > 0 || uploads.pending.length > 0;
  const line = mode === 'reply' ? lineOf(ticket, draft) : null;
  const now = useNow();
  const closed = line !== null && !draft.humanAgent && windowOf(line, now).state === 'closed';
  const [choosing, setChoosing] = useState(false);
  const [picking, setPicking] = useState(false);
  const addressed = mode === 'note' || loading || line !== null || (draft.to ?? ticket.recipients.to).some(isReachable);
  const ready = !busy && !uploads.busy && addressed && !closed && (text.trim() !== '' || draft.files.length > 0);

  const { newest, news } = useNews(ticket.id, draft.seen?.message);
  const seen = { version: ticket.version, message: newest };

  const write = useCallback(
    (next: Mode) => {
      change({ mode: next });
      setOpened(true);
      area.current?.focus();
    },
    [change],
  );
  useImperativeHandle(ref, () => ({ write }), [write]);

  // What was sent from here is taken off the disk by the sending, so the box reads again what is left.
  const phase = sending?.phase;
  useEffect(() => reload(), [phase, reload]);

  const submit = async ({ thenClose = false, thenNext = false, sendAt }: { thenClose?: boolean; thenNext?: boolean; sendAt?: Date } = {}) => {
    if (!ready) return;
    if (loading) {
      held.current = { thenClose, thenNext, sendAt };
      return;
    }
    const sent = send({ ...draft, mode }, { thenClose, stays: !thenNext, sendAt });
    if (thenNext) onNext();
    if (await sent) setOpened(false);
  };

  useEffect(() => {
    if (loading || !held.current) return;
    const how = held.current;
    held.current = null;
    void submit(how);
  });

  if (!can.reply && !can.note) return <p className={styles.closed}>{t('composer.cannot')}</p>;
  return (
    <section className={cx(styles.composer, mode === 'note' && styles.note, drop.over && styles.over)} aria-label={t('composer.label')} {...drop.handlers}>
      <div className={styles.tabs} role="tablist" aria-label={t('composer.kind')}>
        {(['reply', 'note'] as const)
          .filter((kind) => can[kind])
          .map((kind) => (
            <button key={kind} type="button" role="tab" aria-selected={mode === kind} className={styles.tab} onClick={() => write(kind)}>
              <Icon name={kind} size={14} />
              {kind === 'reply' ? t('composer.reply') : t('composer.note')}
              {open && mode !== kind && draft[kind] !== '' && <span className={styles.draft}>{t('composer.draft')}</span>}
              {!open && <Kbd keys={kind === 'reply' ? 'r' : 'n'} />}
            </button>
          ))}
      </div>

      <LookingLine ticketId={ticket.id} writing={text !== ''} />
      {!loading && (
        <LaterList
          ticket={ticket}
          onPutBack={() => {
            reload();
            write('reply');
          }}
        />
      )}
      {sending && sending.phase !== 'sending' && (
        <SendTrouble
          trouble={sending}
          onRetry={() => void submit({ thenClose: sending.thenClose })}
          onKeep={() => {
            setSending(ticket.id, undefined);
            area.current?.focus();
          }}
        />
      )}
      {!sending && news.length > 0 && <NewsBanner news={news} onSeen={() => change({ seen })} />}
      {open && !loading && mode === 'reply' && ticket.lines.length > 0 && <LineBar ticket={ticket} line={line} draft={draft} onChange={change} onTemplate={() => setChoosing(true)} />}
      {open && !loading && mode === 'reply' && !line && <Recipients ticket={ticket} draft={draft} onChange={change} />}
      <textarea
        ref={area}
        className={cx(styles.area, open && styles.tall)}
        aria-label={mode === 'reply' ? t('composer.replyText') : t('composer.noteText')}
        aria-keyshortcuts={mode === 'reply' ? 'r' : 'n'}
        placeholder={mode === 'reply' ? t('composer.replyHint', { name: person(ticket.customer) }) : t('composer.noteHint')}
        value={shown}
        dir="auto"
        readOnly={busy}
        onFocus={() => setOpened(true)}
        onChange={(event) => {
          change({ [mode]: event.target.value, ...(draft.seen ? {} : { seen }) });
          if (mode === 'reply' && ticket.channelKind === 'chat') tellTyping();
        }}
        onPaste={drop.paste}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void submit();
          } else if (event.key === '/' && mode === 'reply' && text.trim() === '') {
            event.preventDefault();
            setPicking(true);
          } else if (event.key === 'Escape') {
            setOpened(false);
            event.currentTarget.blur();
          }
        }}
      />
      {open && mode === 'reply' && !line && <SignatureLine ticket={ticket} />}
      <FileTray
        files={busy ? [] : draft.files}
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
              ticket={ticket.id}
              open={picking}
              onOpen={setPicking}
              onFilled={(filled) => {
                const before = readDraft(ticket.id).reply;
                change({ reply: before.trim() === '' ? filled : `${before.trimEnd()}\n\n${filled}`, ...(draft.seen ? {} : { seen }) });
                area.current?.focus();
              }}
            />
          )}
          {line && <LineLength kind={line.kind} text={text} />}
          <span className={styles.space} />
          {mode === 'note' ? (
            <Button kind="primary" disabled={!ready} busy={busy} onClick={() => void submit()}>
              {busy ? t('composer.saving') : t('composer.addNote')}
            </Button>
          ) : (
            <div className={styles.split}>
                <Button kind="primary" icon="send" disabled={!ready} busy={busy} className={styles.first} title="Ctrl/⌘ + Enter" onClick={() => void submit()}>
                  {busy ? t('composer.sending') : t('composer.send')}
                </Button>
                <Menu
                  label={t('composer.sendMore')}
                  align="end"
                  groups={[
                    {
                      key: 'send',
                      items: [
                        { key: 'close', label: t('composer.sendClose'), icon: 'check', onSelect: () => void submit({ thenClose: true }) },
                        { key: 'next', label: t('composer.sendNext'), icon: 'next', onSelect: () => void submit({ thenNext: true }) },
                        { key: 'both', label: t('composer.sendCloseNext'), icon: 'archive', onSelect: () => void submit({ thenClose: true, thenNext: true }) },
                      ],
                    },
                    {
                      key: 'later',
                      label: t('later.send'),
                      items: [
                        ...moments(new Date()).map(({ key, at }) => ({ key, label: `${t(`snooze.${key}`)} · ${format.moment(at, Date.now())}`, icon: 'clock' as const, onSelect: () => void submit({ sendAt: at }) })),
                        { key: 'ask', label: t('later.ask'), icon: 'clock' as const, onSelect: () => setAsking(true) },
                      ],
                    },
                  ]}
                  trigger={(props) => (
                    <Button {...props} kind="primary" disabled={!ready} className={styles.second} aria-label={t('composer.sendMore')} title={t('composer.sendMore')}>
                      <Icon name="down" size={14} />
                    </Button>
                  )}
                />
            </div>
          )}
        </footer>
      )}
      {asking && (
        <AskTime
          title={t('later.ask')}
          label={t('later.time')}
          done={t('later.send')}
          onClose={() => setAsking(false)}
          onTime={(at) => {
            setAsking(false);
            void submit({ sendAt: at });
          }}
        />
      )}
      {choosing && line && <TemplateDialog ticket={ticket} line={line} onClose={() => setChoosing(false)} />}
      {drop.over && <div className={styles.dropHere}>{t('composer.dropHere')}</div>}
    </section>
  );
}
