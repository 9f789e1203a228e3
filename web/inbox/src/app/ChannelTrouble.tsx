import { useTranslation } from 'react-i18next';
import { useChannelTrouble } from '@/features/channels/api';
import { useFormat } from '@shared/i18n/format';
import { Link } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { Banner } from '@shared/ui/Notice';
import { useStored } from '@shared/ui/useStored';

/** Tells admins of channels that do not work, are silent for too long or have to be renewed; put away until something else is the matter. */
export function ChannelTrouble() {
  const { t } = useTranslation();
  const format = useFormat();
  const trouble = useChannelTrouble();
  const [seen, setSeen] = useStored('channels:trouble', '');
  const standing = trouble.map(({ name, what }) => `${name}:${what}`).join();
  if (trouble.length === 0 || standing === seen) return null;
  const kinds = [...new Set(trouble.map(({ what }) => what))];
  return (
    <Banner
      tone="warn"
      action={
        <Button size="s" onClick={() => setSeen(standing)}>
          {t('shell.putAway')}
        </Button>
      }
    >
      {kinds.map((kind) => {
        const names = [...new Set(trouble.flatMap(({ name, what }) => (what === kind ? name : [])))];
        return <span key={kind}>{t(`channelTrouble.${kind}`, { count: names.length, names: format.list(names) })} </span>;
      })}
      <Link to="/settings/channels">{t('channelTrouble.toChannels')}</Link>
    </Banner>
  );
}
