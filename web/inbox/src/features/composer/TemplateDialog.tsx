import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { useTemplates } from '@/features/channels/api';
import { refreshConversation } from '@/features/conversation/api';
import { refreshLists, rememberTicket, runAction } from '@/features/tickets/api';
import { Problem } from '@shared/api/problem';
import type { Line, Ticket } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { Banner, useReason } from '@shared/ui/Notice';
import { choiceOf, isFilled, keyOf } from './template';
import { TemplateFields } from './TemplateFields';

/** An answer by a template; what is refused stays in its gaps. */
export function TemplateDialog({ ticket, line, onClose }: { ticket: Ticket; line: Line; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const me = useMe();
  const reason = useReason();
  const form = useId();
  const [chosen, setChosen] = useState('');
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const attempt = useRef({ key: '', body: '' });
  const template = useTemplates(line.channel).data?.find((one) => keyOf(one) === chosen);
  const ready = isFilled(template, texts) && !state.busy;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || !template) return;
    setState({ busy: true, error: null });
    const request = { channel: line.channel, template: choiceOf(template, texts) };
    const body = JSON.stringify(request);
    if (attempt.current.body !== body) attempt.current = { key: crypto.randomUUID(), body };
    try {
      const sent = await runAction(ticket.id, 'reply', request, { version: ticket.version, key: attempt.current.key, me: me.id });
      rememberTicket(client, sent);
      void refreshConversation(client, ticket.id);
      void refreshLists(client);
      onClose();
    } catch (error) {
      setState({ busy: false, error });
    }
  };

  return (
    <Dialog
      title={t('template.title')}
      onClose={onClose}
      footer={
        <Button kind="primary" icon="send" type="submit" form={form} disabled={!ready} busy={state.busy}>
          {state.busy ? t('composer.sending') : t('composer.send')}
        </Button>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        {state.error !== null && (
          <Banner tone="bad" live="assertive">
            <strong>{t('composer.notSent')}</strong> {reason(state.error)}
          </Banner>
        )}
        <TemplateFields
          channel={line.channel}
          chosen={chosen}
          texts={texts}
          errors={state.error instanceof Problem ? state.error.errors : {}}
          onChoose={(key) => {
            setChosen(key);
            setTexts({});
          }}
          onFill={setTexts}
        />
      </form>
    </Dialog>
  );
}
