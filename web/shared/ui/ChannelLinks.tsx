import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../api/schema';
import { Link } from '../router';

/** Channels by name, each a link to where it is set up; `none` where there are none. */
export function ChannelLinks({ channels, none }: { channels: Pick<Channel, 'id' | 'name'>[]; none: ReactNode }) {
  const { t } = useTranslation();
  if (channels.length === 0) return none;
  return (
    <>
      {t('place.channels')}{' '}
      {channels.map(({ id, name }, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <Link to={`/settings/channels#${id}`}>{name}</Link>
        </Fragment>
      ))}
    </>
  );
}
