import { ComesBy, nameable, useFoundCustomers } from '@/features/find/api';
import type { Address } from '@shared/api/schema';
import { isReachable, usePerson } from '@shared/i18n/usePerson';
import { fitting, type Suggested } from './fitting';
import { sameAddress } from './write';

export interface OfferedAddress extends Suggested {
  address: Address;
}

const none: never[] = [];

/** Whom a few letters may mean: people who were named to it, and customers with a mail address; those who are there already are left out. */
export function useOffered(typed: string, present: Address[], people: Address[]): OfferedAddress[] {
  const person = usePerson();
  const { data: found = none } = useFoundCustomers(typed);
  if (!typed.trim()) return none;
  const near = people.map((address): OfferedAddress => ({ key: address.address, label: person(address), hint: <span>{address.address}</span>, words: address.address, address }));
  const customers = found.flatMap((customer) =>
    customer.identities
      .filter(({ kind, value }) => kind === 'email' && isReachable({ address: value }))
      .map(({ value }): OfferedAddress => ({ key: value, label: person({ ...nameable(customer), address: value }), hint: <ComesBy customer={customer} address={value} />, address: { name: nameable(customer).name, address: value } })),
  );
  const all = [...(fitting(near, typed) as OfferedAddress[]), ...customers];
  return all.filter(({ address }, index) => !present.some((one) => sameAddress(one, address)) && all.findIndex((one) => sameAddress(one.address, address)) === index);
}
