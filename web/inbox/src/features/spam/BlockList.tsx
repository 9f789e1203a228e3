import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/features/agents/api';
import { Problem } from '@shared/api/problem';
import { Ago } from '@shared/ui/Ago';
import { Button, IconButton } from '@shared/ui/Button';
import { TextField } from '@shared/ui/Field';
import { Banner, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { useBlock, useBlocks, useUnblock } from './api';
import styles from './SpamScreen.module.css';

/** Whose messages go out of sight, with a way to add and to take off. */
export function BlockList() {
  const { t } = useTranslation();
  const reason = useReason();
  const agentName = useAgentName();
  const blocks = useBlocks();
  const block = useBlock();
  const unblock = useUnblock();
  const [address, setAddress] = useState('');
  const [note, setNote] = useState('');
  const errors = block.error instanceof Problem ? block.error.errors : {};
  const wrong = block.isError ? (errors.address ?? errors.note ?? reason(block.error)) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    block.mutate(
      { address, note },
      {
        onSuccess: () => {
          setAddress('');
          setNote('');
        },
      },
    );
  };
  return (
    <section className={page.card} aria-label={t('spam.blocks')}>
      <h2>{t('spam.blocks')}</h2>
      <p>{t('spam.blocksHint')}</p>
      <form className={styles.add} onSubmit={submit}>
        <TextField label={t('spam.address')} value={address} placeholder="@example.com" error={wrong} required onChange={({ target }) => setAddress(target.value)} />
        <TextField label={t('spam.note')} value={note} onChange={({ target }) => setNote(target.value)} />
        <Button type="submit" icon="plus" busy={block.isPending} disabled={block.isPending || address.trim() === ''}>
          {t('spam.block')}
        </Button>
      </form>
      {unblock.isError && (
        <Banner tone="bad" live="assertive">
          {reason(unblock.error)}
        </Banner>
      )}
      {blocks.isError && <LoadError what={t('spam.failed')} error={blocks.error} onRetry={() => void blocks.refetch()} />}
      {blocks.data && blocks.data.length > 0 && (
        <ul className={styles.blocks} aria-label={t('spam.blocks')}>
          {blocks.data.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{one.address}</strong> {one.note}
                <br />
                <small>
                  {agentName(one.by)} <Ago at={one.at} style="moment" />
                </small>
              </span>
              <IconButton icon="close" label={`${t('spam.unblock')}: ${one.address}`} onClick={() => unblock.mutate(one.id)} />
            </li>
          ))}
        </ul>
      )}
      {blocks.data?.length === 0 && <p>{t('spam.nobody')}</p>}
    </section>
  );
}
