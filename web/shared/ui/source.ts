import type { IconName } from './Icon';

const icons: Record<string, IconName> = { email: 'mail', form: 'form', chat: 'chat', whatsapp: 'phone', messenger: 'chat', instagram: 'image' };

/** The icon of the kind of channel something came by. */
export const sourceIcon = (kind: string): IconName => icons[kind] ?? 'inbox';
