import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels, useTemplates } from '@/features/channels/api';
import { fillNewReply, ReplyPicker } from '@/features/replies/api';
import { Problem } from '@shared/api/problem';
import type { NewTicketRequest, Upload } from '@shared/api/schema';
import { recent, remember } from '@shared/recent';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { SelectField, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { AddressChips } from './AddressChips';
import { AttachButton } from './AttachButton';
import { attemptAt } from './drafts';
import { FileTray } from './FileTray';
import { putFilled } from './filled';
import { enterSends } from './habits';
import { useKept } from './keep';
import styles from './NewConversation.module.css';
import { blankNew, deliverNew, newId, newPlace, type NewDraft } from './new-draft';
import { isPicture, rememberPicture } from './pictures';
import { setSending, useReread, useSending } from './sending';
import { choiceOf, isFilled, keyOf } from './template';
import { TemplateFields } from './TemplateFields';
import { useFileDrop } from './useFileDrop';
import { useUploads } from './useUploads';
import { htmlOf, isTooLong, noWords, shows, textFile, type Words } from './words';
import { WordsBox, type WordsHandle } from './WordsBox';
import { LongNotice, WaitingNotice } from './WordsNotices';

interface NewConversationProps {
  onMade: (ticketId: string) => void;
  onClose: () => void;
}

/** An agent writes first. Closing keeps what was written, and what is sent without a connection goes once it is back. */
export default function NewConversation({ onMade, onClose }: NewConversationProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const reason = useReason();
  const { data: channels = [] } = useChannels();
  const [draft, setDraft, reload] = useKept(newPlace(), blankNew);
  const box = useRef<WordsHandle>(null);
  const whole = useRef<File | null>(null);
  const [opened, setOpened] = useState(false);
  const [picking, setPicking] = useState(false);
  const words: Words = draft;
  const files = draft.files.filter((file) => !file.inline || shows(words, file.id));
  const latest = useRef(draft);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const form = useId();
  const { waiting } = draft;
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  // What has waited may go out while it is looked at.
  const phase = useSending(newId)?.phase;
  useReread(phase, reload);

  const change = useCallback(
    (part: Partial<NewDraft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
    },
    [setDraft],
  );
  const addFile = useCallback(
    (upload: Upload, file: File) => {
      if (isPicture(file)) rememberPicture(upload.id, file);
      change({ files: [...latest.current.files, upload], ...(file === whole.current ? noWords : {}) });
      if (isPicture(file) && box.current?.show(upload.id, upload.name)) change({ files: latest.current.files.map((one) => (one.id === upload.id ? { ...one, inline: true } : one)) });
    },
    [change],
  );
  const uploads = useUploads(addFile, draft.files.length);
  const drop = useFileDrop(uploads.add);
  const mailboxes = channels.filter((channel) => channel.kind === 'email' && channel.active);
  const phones = channels.filter((channel) => channel.kind === 'whatsapp' && channel.active);
  const usual = [recent('from')[0], mailboxes[0]?.id].find((id) => [...mailboxes, ...phones].some((channel) => channel.id === id));
  const from = draft.channel === '' ? (usual ?? '') : draft.channel;
  const phone = phones.find(({ id }) => id === from);
  const templates = useTemplates(phone?.id ?? '', phone !== undefined);
  const template = templates.data?.find((one) => keyOf(one) === draft.template);
  const [to] = draft.to;
  const written = phone ? draft.number.trim() !== '' && isFilled(template, draft.texts) : to !== undefined && draft.subject.trim() !== '' && draft.text.trim() !== '' && !isTooLong(words) && !uploads.busy;
  const ready = written && !state.busy && waiting === null;

  const fill = fillNewReply({ channel: from === '' ? null : from, to: to ?? null, subject: draft.subject });
  const errors = state.error instanceof Problem ? state.error.errors : {};

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!ready) return;
    setState({ busy: true, error: null });
    const request: NewTicketRequest =
      phone && template ? { channel: phone.id, to: { name: draft.name.trim() || null, address: draft.number.trim() }, template: choiceOf(template, draft.texts) } : {
      ...(from === '' ? {} : { channel: from }),
      to,
      ...(draft.cc.length > 0 ? { cc: draft.cc } : {}),
      subject: draft.subject.trim(),
      text: draft.text,
      html: htmlOf(words),
      ...(files.length > 0 ? { attachments: files.map((file) => file.id) } : {}),
    };
    const attempt = attemptAt(draft.attempt, JSON.stringify(request));
    change({ attempt });
    const ending = await deliverNew(client, { request, key: attempt.key, since: Date.now() });
    setState({ busy: false, error: ending !== 'waiting' && 'refused' in ending ? ending.refused : null });
    if (ending !== 'waiting' && 'refused' in ending) return;
    remember('from', from);
    onClose();
    if (ending === 'waiting') tell(t('write.newWaits', { to: request.to?.address }));
    else onMade(ending.made.id);
  };

  return (
    <Dialog
      wide
      title={t('shell.new')}
      onClose={onClose}
      footer={
        <>
          {!phone && waiting === null && (
            <>
              <AttachButton onFiles={uploads.add} />
              <ReplyPicker fill={fill} open={picking} onOpen={setPicking} onFilled={(text) => putFilled(text, latest.current, change, box.current)} />
            </>
          )}
          <Button kind="quiet" onClick={onClose}>
            {t('composer.later')}
          </Button>
          <Button kind="primary" icon="send" type="submit" form={form} disabled={!ready} busy={state.busy}>
            {state.busy ? t('composer.sending') : t('composer.send')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void submit();
        }}
        {...drop.handlers}
      >
        {state.error !== null && (
          <Banner tone="bad" live="assertive">
            <strong>{t('composer.notSent')}</strong> {reason(state.error)} {t('composer.kept')}
          </Banner>
        )}
        {waiting && (
          <WaitingNotice
            waiting={waiting}
            onTakeBack={() => {
              change({ waiting: null });
              setSending(newId, undefined);
            }}
          />
        )}
        <div className={styles.form} inert={waiting !== null}>
          {mailboxes.length + phones.length > 1 && (
            <SelectField label={t('composer.sendFrom')} value={from} onChange={(event) => change({ channel: event.target.value, template: '', texts: {} })}>
              {[...mailboxes, ...phones].map((channel) => (
                <option key={channel.id} value={channel.id}>
                  {channel.name}
                  {channel.address && channel.address !== channel.name && ` <${channel.address}>`}
                </option>
              ))}
            </SelectField>
          )}
          {phone ? (
            <>
              <TextField label={t('template.number')} type="tel" required placeholder="+420 777 123 456" error={errors.to} value={draft.number} onChange={(event) => change({ number: event.target.value })} />
              <TextField label={t('template.name')} value={draft.name} onChange={(event) => change({ name: event.target.value })} />
              <TemplateFields channel={phone.id} chosen={draft.template} texts={draft.texts} errors={errors} onChoose={(key) => change({ template: key, texts: {} })} onFill={(texts) => change({ texts })} />
            </>
          ) : (
            <>
              <div className={styles.people}>
                <AddressChips label={t('composer.to')} addresses={draft.to} most={1} autoFocus={draft.to.length === 0} onChange={(next) => change({ to: next })} />
                <AddressChips label={t('composer.cc')} addresses={draft.cc} onChange={(cc) => change({ cc })} />
              </div>
              <TextField label={t('composer.subject')} required value={draft.subject} onChange={(event) => change({ subject: event.target.value })} />
              <LongNotice words={words} busy={uploads.busy} onAttach={() => uploads.add([(whole.current = textFile(words))])} />
              <div className={styles.words}>
                <span className={styles.label} aria-hidden="true">
                  {t('composer.text')}
                </span>
                <WordsBox
                  ref={box}
                  words={words}
                  rich
                  label={t('composer.text')}
                  placeholder=""
                  tall={opened || draft.text !== ''}
                  readOnly={state.busy}
                  mentions={false}
                  fill={fill}
                  enterSends={enterSends()}
                  onFocus={() => setOpened(true)}
                  onChange={({ text, html }) => change({ text, html })}
                  onSubmit={() => void submit()}
                  onLeave={onClose}
                  onFiles={uploads.add}
                  onSlash={() => setPicking(true)}
                />
              </div>
              <FileTray files={files.filter((file) => !shows(words, file.id))} pending={uploads.pending} onRemove={(file) => change({ files: draft.files.filter((one) => one.id !== file.id) })} onDrop={uploads.drop} onRetry={uploads.retry} />
            </>
          )}
        </div>
      </form>
    </Dialog>
  );
}
