import { useTranslation } from 'react-i18next';
import type { DomainCheck } from '@shared/api/schema';
import type { IconName } from '@shared/ui/Icon';
import { Pill } from '@shared/ui/Pill';

type Standing = DomainCheck['standing'];

export const signs: Record<Standing, IconName> = { good: 'check', warn: 'alert', unknown: 'help', bad: 'close' };

/** How a check ended. */
export function StandingMark({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  return (
    <Pill icon={signs[standing]} tone={standing === 'unknown' ? 'plain' : standing}>
      {t(`deliverability.${standing}`)}
    </Pill>
  );
}
