import type { Command } from '@/features/palette/api';
import { Palette } from '@/features/palette/Palette';
import { go } from '@shared/router';
import { inboxPath } from './routes';

export default function AppPalette({ commands, onClose }: { commands: Command[]; onClose: () => void }) {
  return <Palette commands={commands} onTicket={(ticket) => go(inboxPath({ view: 'all' }, ticket.id))} onCustomer={(customer) => go(inboxPath({ view: 'all', customer }))} onClose={onClose} />;
}
