import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { useChannels, useTemplates } from '@/features/channels/api';
import { createTicket, refreshLists } from '@/features/tickets/api';
import { Problem } from '@shared/api/problem';
import type { Address, Upload } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { SelectField, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { AddressChips } from './AddressChips';
import { AttachButton } from './AttachButton';
import type { DraftFile } from './drafts';
import { FileTray } from './FileTray';
import { enterSends } from './habits';
import { useKept } from './keep';
import styles from './NewConversation.module.css';
import { isPicture, rememberPicture } from './pictures';
import { choiceOf, isFilled, keyOf } from './template';
import { TemplateFields } from './TemplateFields';
import { useFileDrop } from './useFileDrop';
import { useUploads } from './useUploads';
import { htmlOf, isTooLong, noWords, shows, textFile, type Words } from './words';
import { WordsBox, type WordsHandle } from './WordsBox';
import { LongNotice } from './WordsNotices';

interface NewDraft {
  channel: string;
  to: Address[];
  cc: Address[];
  subject: string;
  text: string;
  html: string | null;
  files: DraftFile[];
  /** For WhatsApp: the number, who it is, and the template with its gaps. */
  number: string;
  name: string;
  template: string;
  texts: Record<string, string>;
}

const blank: NewDraft = { channel: '', to: [], cc: [], subject: '', text: '', html: null, files: [], number: '', name: '', template: '', texts: {} };

interface NewConversationProps {
  onMade: (ticketId: string) => void;
  onClose: () => void;
}

/** An agent writes first. Closing keeps what was written. */
export default function NewConversation({ onMade, onClose }: NewConversationProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const reason = useReason();
  const { data: channels = [] } = useChannels();
  const [draft, setDraft] = useKept(`new:${useMe().id}`, blank);
  const box = useRef<WordsHandle>(null);
  const whole = useRef<File | null>(null);
  const [opened, setOpened] = useState(false);
  const words: Words = draft;
  const files = draft.files.filter((file) => !file.inline || shows(words, file.id));
  const latest = useRef(draft);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const attempt = useRef({ key: '', body: '' });
  const form = useId();

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
  const phone = phones.find(({ id }) => id === draft.channel);
  const templates = useTemplates(phone?.id ?? '', phone !== undefined);
  const template = templates.data?.find((one) => keyOf(one) === draft.template);
  const [to] = draft.to;
  const written = phone ? draft.number.trim() !== '' && isFilled(template, draft.texts) : to !== undefined && draft.subject.trim() !== '' && draft.text.trim() !== '' && !isTooLong(words) && !uploads.busy;
  const ready = written && !state.busy;

  const errors = state.error instanceof Problem ? state.error.errors : {};

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!ready) return;
    setState({ busy: true, error: null });
    const request =
      phone && template ? { channel: phone.id, to: { name: draft.name.trim() || null, address: draft.number.trim() }, template: choiceOf(template, draft.texts) } : {
      ...(draft.channel ? { channel: draft.channel } : {}),
      to,
      ...(draft.cc.length > 0 ? { cc: draft.cc } : {}),
      subject: draft.subject.trim(),
      text: draft.text,
      html: htmlOf(words),
      ...(files.length > 0 ? { attachments: files.map((file) => file.id) } : {}),
    };
    const body = JSON.stringify(request);
    if (attempt.current.body !== body) attempt.current = { key: crypto.randomUUID(), body };
    try {
      const ticket = await createTicket(request, attempt.current.key);
      setDraft(blank);
      void refreshLists(client);
      onClose();
      onMade(ticket.id);
    } catch (error) {
      setState({ busy: false, error });
    }
  };

  return (
    <Dialog
      wide
      title={t('shell.new')}
      onClose={onClose}
      footer={
        <>
          {!phone && <AttachButton onFiles={uploads.add} />}
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
        {mailboxes.length + phones.length > 1 && (
          <SelectField label={t('composer.sendFrom')} value={draft.channel} onChange={(event) => change({ channel: event.target.value, template: '', texts: {} })}>
            <option value="">{t('composer.usual')}</option>
            {[...mailboxes, ...phones].map((channel) => (
              <option key={channel.id} value={channel.id}>
                {channel.name} {channel.address && `<${channel.address}>`}
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
            ticket={null}
            enterSends={enterSends()}
            onFocus={() => setOpened(true)}
            onChange={({ text, html }) => change({ text, html })}
            onSubmit={() => void submit()}
            onLeave={onClose}
            onFiles={uploads.add}
            onSlash={() => undefined}
          />
        </div>
        <FileTray files={files.filter((file) => !shows(words, file.id))} pending={uploads.pending} onRemove={(file) => change({ files: draft.files.filter((one) => one.id !== file.id) })} onDrop={uploads.drop} onRetry={uploads.retry} />
          </>
        )}
      </form>
    </Dialog>
  );
}
