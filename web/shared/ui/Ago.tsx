import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore } from '../api/store';
import { useFormat } from '../i18n/format';

const now = createStore(Date.now());
setInterval(() => now.set(Date.now()), 30_000);

/** The time, kept true by the half minute. */
export const useNow = () => useSyncExternalStore(now.subscribe, now.get);

/** How long ago, kept true by the minute; the exact time on hover. */
export function Ago({ at, className, style = 'age' }: { at: string; className?: string; style?: 'age' | 'moment' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tick = useNow();
  const when = new Date(at);
  return (
    <time dateTime={at} title={format.exact(when)} className={className}>
      {style === 'moment' ? format.moment(when, tick) : (format.age(when, tick) ?? t('now'))}
    </time>
  );
}
