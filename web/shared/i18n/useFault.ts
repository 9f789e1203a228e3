import { useTranslation } from 'react-i18next';

const codes = [
  'host-not-found', 'not-reached', 'tls-failed', 'certificate-unknown', 'sign-in-refused', 'folder-missing', 'not-moved', 'timed-out', 'connection-lost',
  'answer-unreadable', 'command-refused', 'not-taken', 'access-denied', 'mailbox-missing', 'throttled', 'not-notified', 'reconnect', 'permission-missing',
  'account-restricted', 'account-unknown',
] as const;

const isKnown = (code: string): code is (typeof codes)[number] => (codes as readonly string[]).includes(code);

/** What a fault's code means, in the reader's language. */
export function useFault() {
  const { t } = useTranslation();
  return (code: string) => (isKnown(code) ? t(`connectionFault.${code}`) : t('connectionFault.other'));
}
