import { SmtpForm } from '@/features/channels/MailServers';
import { MailWays } from '@/features/channels/MailWays';
import SetupScreen from '@/features/setup/SetupScreen';

/** First run, with what connects its channel. */
export default function SetupPage({ token }: { token: string }) {
  return <SetupScreen token={token} ways={(channel) => <MailWays channel={channel} />} server={(channel) => <SmtpForm channel={channel} />} />;
}
