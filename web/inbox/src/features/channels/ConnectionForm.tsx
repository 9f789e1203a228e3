import type { UseMutationResult } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@shared/api/problem';
import type { Channel, ConnectionWay } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Banner, useReason } from '@shared/ui/Notice';
import { useDisconnect } from './api';
import styles from './ChannelsScreen.module.css';

interface Props<Change> {
  channel: Channel;
  way: ConnectionWay;
  title: string;
  lead: string;
  connect: UseMutationResult<Channel, Error, Change>;
  change: () => Change;
  /** Fields whose faults stand at the field. */
  shown: readonly string[];
  children: ReactNode;
}

/** One way a channel is connected to somebody's system: what is typed is tried before it is kept. */
export function ConnectionForm<Change>({ channel, way, title, lead, connect, change, shown, children }: Props<Change>) {
  const { t } = useTranslation();
  const reason = useReason();
  const disconnect = useDisconnect(channel.id, way);
  const connected = channel.connections.some((one) => one.way === way);
  const failed = [connect.error, disconnect.error].find((error) => error && !(error instanceof Problem && Object.keys(error.errors).some((field) => shown.includes(field))));
  const busy = connect.isPending || disconnect.isPending;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    disconnect.reset();
    connect.mutate(change());
  };

  return (
    <details className={styles.provider}>
      <summary>
        {title}
        {connected && <span className={styles.set}>{t('channels.connected')}</span>}
      </summary>
      <p className={styles.lead}>{lead}</p>
      <form className={styles.form} onSubmit={submit}>
        {children}
        {failed && (
          <Banner tone="bad" live="assertive">
            {reason(failed)}
          </Banner>
        )}
        {connect.isSuccess && <Banner tone="good">{t('channels.tried')}</Banner>}
        <div className={styles.ends}>
          <Button type="submit" kind="primary" busy={connect.isPending} disabled={busy}>
            {connect.isPending ? t('channels.trying') : connected ? t('channels.tryAndSave') : t('channels.tryAndConnect')}
          </Button>
          {connected && (
            <Button
              kind="quiet"
              busy={disconnect.isPending}
              disabled={busy}
              onClick={() => {
                connect.reset();
                disconnect.mutate();
              }}
            >
              {t('channels.disconnect')}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}

/** What the server says is wrong, by field; empty where it said nothing. */
export const faultsOf = (error: Error | null): Record<string, string> => (error instanceof Problem ? error.errors : {});
