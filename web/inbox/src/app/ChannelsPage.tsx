import ChannelsScreen from '@/features/channels/ChannelsScreen';
import { ChatForm } from '@/features/chat/ChatForm';

/** The channels, each chat among them with its own settings. */
export default function ChannelsPage() {
  return <ChannelsScreen chatForm={(channel) => channel.chat && <ChatForm channel={channel} chat={channel.chat} />} />;
}
