import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

interface Person {
  name: string | null;
  address: string;
}

/** Mail that did not say who sent it comes from an address below `.invalid`, where nothing can be sent (RFC 2606). */
export const isReachable = ({ address }: Pick<Person, 'address'>) => !address.toLowerCase().endsWith('.invalid');

/** How the desk names a conversation of the chat, alone or as one of a customer's identities. */
const visitor = /^([\w-]+:)?[0-9a-hjkmnp-tv-z]{26}$/;

/** What a person is called on the screen. */
export function usePerson() {
  const { t } = useTranslation();
  return useCallback(
    (person: Person) => {
      if (person.name?.trim()) return person.name;
      if (visitor.test(person.address)) return t('chat.visitor');
      return isReachable(person) ? person.address : t('message.unknownSender');
    },
    [t],
  );
}
