import { useTranslation } from 'react-i18next';
import { useChannelTrouble } from '@/features/channels/api';
import { Link } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { Banner } from '@shared/ui/Notice';
import { useStored } from '@shared/ui/useStored';

/** Tells admins of a channel that does not work, is silent for too long or has to be renewed; put away until something else is the matter. */
export function ChannelTrouble() {
  const { t } = useTranslation();
  const trouble = useChannelTrouble();
  const [seen, setSeen] = useStored('channels:trouble', '');
  const standing = trouble.map(({ name, what }) => `${name}:${what}`).join();
  if (trouble.length === 0 || standing === seen) return null;
  return (
    <Banner
      tone="warn"
      action={
        <Button size="s" onClick={() => setSeen(standing)}>
          {t('shell.putAway')}
        </Button>
      }
    >
      {trouble.map(({ name, what }) => (
        <span key={name}>
          <strong>{name}</strong> {t(`channelTrouble.${what}`)}{' '}
        </span>
      ))}
      <Link to="/settings/channels">{t('channelTrouble.toChannels')}</Link>
    </Banner>
  );
}
