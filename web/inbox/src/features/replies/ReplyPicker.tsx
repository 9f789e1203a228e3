import { useTranslation } from 'react-i18next';
import type { FilledReply } from '@shared/api/schema';
import { go } from '@shared/router';
import { IconButton } from '@shared/ui/Button';
import { Picker } from '@shared/ui/Picker';
import { useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { useReplies } from './api';

interface ReplyPickerProps {
  fill: (reply: string) => Promise<FilledReply>;
  open: boolean;
  onOpen: (open: boolean) => void;
  onFilled: (text: string) => void;
}

/** A searchable list of saved replies; the one chosen comes filled in for whoever is written to. */
export function ReplyPicker({ fill, open, onOpen, onFilled }: ReplyPickerProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const replies = useReplies().data ?? [];
  const insert = async (id: string, name: string) => {
    try {
      onFilled((await fill(id)).text);
    } catch (error) {
      tell(`${t('replies.notFilled', { name })}. ${reason(error)}`, { tone: 'bad' });
    }
  };
  return (
    <Picker
      label={t('replies.find')}
      placeholder={t('replies.find')}
      empty={t('replies.none')}
      open={open}
      onOpen={onOpen}
      choices={[
        ...replies.map(({ id, name, folder, texts }) => ({ key: id, label: name, group: folder || undefined, words: Object.values(texts).join(' '), onSelect: () => void insert(id, name) })),
        { key: '+', label: t('replies.manage'), onSelect: () => go('/settings/replies') },
      ]}
      trigger={(props) => <IconButton {...props} icon="form" label={t('replies.title')} shortcut="/" />}
    />
  );
}
