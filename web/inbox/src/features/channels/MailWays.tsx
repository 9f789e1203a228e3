import type { Channel } from '@shared/api/schema';
import { ConnectProvider } from './ConnectProvider';
import { MailboxForm } from './MailServers';
import { MicrosoftForm } from './MicrosoftForm';

/** Each way mail comes in that is connected rather than pushed. */
export function MailWays({ channel }: { channel: Channel }) {
  return (
    <>
      <MailboxForm channel={channel} />
      <MicrosoftForm channel={channel} />
      <ConnectProvider channel={channel} />
    </>
  );
}
